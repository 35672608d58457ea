import type { FactValue } from "../../engine/fact.ts";
import type { Parameter, Ruleset } from "../../engine/ruleset.ts";
import { callOffsOf } from "../../sim/call-offs.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { parametersInForce } from "../../sim/kept-defaults.ts";

/** A parameter of a policy, as a lever needs it. */
export type DescribedParameter = {
  readonly name: string;
  readonly ruleset: string;
  readonly sentence: string;
  readonly unit: string;
  readonly value: FactValue;
  readonly min?: number;
  readonly max?: number;
};

/** A ruleset that a policy binds, with the names of its parameters. */
export type DescribedRuleset = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly parameters: readonly string[];
};

export type DescribedPolicy = {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly rulesets: readonly DescribedRuleset[];
  readonly parameters: readonly DescribedParameter[];
  readonly levers: readonly string[];
  /** What the scenario's file sets for this policy. */
  readonly own: Readonly<Record<string, FactValue>>;
};

/** A scenario as a page shows it. */
export type Described = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly limits: readonly string[];
  readonly seed: string;
  /** The first day of month 1, as 2017-07-01. */
  readonly contractStart: string;
  /** The facts that the world gives to rules beyond the dictionary, by name. */
  readonly given: readonly string[];
  readonly months: number;
  /** Futures that the scenario asks for. */
  readonly paths: number;
  /** The contracts that run side by side; one where the scenario has no others. */
  readonly contracts: readonly { readonly id: string; readonly title: string }[];
  /** What the provider can be out of pocket before it hands back, in pounds; 0 where it goes on whatever happens. */
  readonly cashFloor: number;
  /** The set-up cost in pounds, as its mean. */
  readonly setUpCost: number;
  readonly policies: readonly DescribedPolicy[];
  readonly levers: readonly { readonly id: string; readonly title: string }[];
  /** Named changes of the scenario, as a stress. */
  readonly variants: readonly { readonly id: string; readonly title: string }[];
  /** Values that hold for all policies, by parameter. */
  readonly parameters: Readonly<Record<string, FactValue>>;
  /** The rulesets that a policy may bind: the library's, and those of the page. */
  readonly library: readonly {
    readonly id: string;
    readonly kind: string;
    readonly title: string;
    readonly parameters: Readonly<Record<string, Parameter>>;
    /** The first contract start that it may be used for, and the facts that the world must give it. */
    readonly validFrom: string;
    readonly needs: readonly string[];
  }[];
};

/** Says what a page needs to know of a scenario before anything is run. */
export function describe(checked: CheckedScenario, library: readonly Ruleset[]): Described {
  const { scenario, timeline, policies } = checked;
  const { reserves, overdraft, handsBack } = scenario.provider;
  return {
    id: scenario.id,
    title: scenario.title,
    summary: scenario.summary,
    limits: scenario.limits,
    seed: scenario.seed,
    contractStart: scenario.contractStart,
    given: [...Object.keys(scenario.drawn), ...scenario.delivery.stages.map(({ id }) => id)],
    months: timeline.lastMonth,
    paths: scenario.paths,
    contracts: callOffsOf(checked).map(({ id, title }) => ({ id, title })),
    cashFloor: handsBack ? (reserves?.mean ?? 0) + (overdraft?.mean ?? 0) : 0,
    setUpCost: setUpCostOf(scenario.costs.setUp),
    policies: policies.map((policy) => ({
      id: policy.spec.id,
      title: policy.spec.title,
      sentence: policy.spec.sentence ?? "",
      rulesets: policy.contract.rulesets.map(({ id, kind, title, parameters }) => ({
        id,
        kind,
        title,
        parameters: Object.keys(parameters),
      })),
      parameters: parametersInForce(checked, policy).map(({ name, ruleset, unit, value }) => {
        const { sentence, min, max } = policy.contract.parameters.get(name)!.parameter;
        return {
          name,
          ruleset,
          unit,
          value,
          sentence,
          ...(min !== undefined && { min }),
          ...(max !== undefined && { max }),
        };
      }),
      levers: policy.spec.levers,
      own: policy.spec.parameters,
    })),
    levers: scenario.levers.map(({ id, title }) => ({ id, title })),
    variants: scenario.variants.map(({ id, title }) => ({ id, title })),
    parameters: scenario.parameters,
    library: library.map(({ id, kind, title, parameters, validFrom, facts }) => {
      const isNeeded = (fact: Ruleset["facts"][string]) => fact.from === "scenario" && fact.optional !== true;
      const needs = Object.keys(facts).filter((name) => isNeeded(facts[name]!));
      return { id, kind, title, parameters, validFrom, needs };
    }),
  };
}

/** Set-up cost as one sum, also where it is spread over months. */
function setUpCostOf(setUp: CheckedScenario["scenario"]["costs"]["setUp"]): number {
  if (setUp === undefined) return 0;
  return "mean" in setUp ? setUp.mean : setUp.reduce((sum, { pounds }) => sum + pounds.mean, 0);
}
