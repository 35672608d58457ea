import { awardFacts } from "./award-facts.ts";
import { bindFacts } from "./bind-facts.ts";
import { bindParameters } from "./bind-parameters.ts";
import type { BindingReport } from "./binding-report.ts";
import { checkGrounds, checkRulesets, checkTermDays } from "./check-binding.ts";
import { contractFacts, isOpenEnum } from "./contract-facts.ts";
import type { Fact, FactValue } from "./fact.ts";
import { isAwardKind, orderOfKind, singleKinds } from "./kind.ts";
import { parameterAsRead } from "./parameter-value.ts";
import type { Problem } from "./problem.ts";
import type { Parameter, Ruleset, TrackedSpec } from "./ruleset.ts";
import { groundsOf, namesInTracked, parameterFact, trackedFact } from "./scope.ts";
import { orderTracked } from "./tracked-order.ts";
import { wordsInRuleset } from "./words-in-ruleset.ts";

/** Terms that a policy binds, with its values for their parameters (pounds where money). */
export type PolicyTerms = {
  readonly id: string;
  readonly rulesets: readonly Ruleset[];
  readonly parameters: Readonly<Record<string, FactValue>>;
};

/** A contract's terms with every name looked up: what both roads run. */
export type Contract = {
  readonly id: string;
  /** In the order in which they run. */
  readonly rulesets: readonly Ruleset[];
  /** Every fact that can be read, by name. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly parameters: ReadonlyMap<string, { readonly parameter: Parameter; readonly value: FactValue }>;
  /** Tracked facts in an order in which each comes after those it reads. */
  readonly tracked: readonly { readonly name: string; readonly spec: TrackedSpec }[];
  /** Tracked facts that stand on what rulesets give; rules read them as at the end of last month. */
  readonly late: ReadonlySet<string>;
  readonly grounds: readonly string[];
};

export type BoundContract =
  | { readonly contract: Contract; readonly problems: readonly [] }
  | { readonly contract?: undefined; readonly problems: readonly Problem[] };

/**
 * Binds a policy's rulesets to each other and to the world: one namespace of parameters and facts.
 *
 * `provided` are the facts that the scenario's world gives (stages and drawn facts); `contractStart` is the day
 * on which every ruleset must be valid; `where` names the policy for problems, and is asked for where there is one.
 */
export function bindContract(
  terms: PolicyTerms,
  provided: ReadonlyMap<string, Fact>,
  contractStart: string,
  where: string | (() => string),
): BoundContract {
  const problems: Problem[] = [];
  const report: BindingReport = (problem, ruleset) => {
    const place = typeof where === "string" ? where : where();
    problems.push({ where: ruleset === undefined ? place : `${place} ${ruleset.id}`, ...problem });
  };
  const all = [...terms.rulesets].sort((a, b) => orderOfKind(a.kind) - orderOfKind(b.kind));
  checkRulesets(all, contractStart, report);
  // Of two where one belongs that is told already: what follows from the second is no further problem.
  const rulesets = firstOfSingleKinds(all);
  const values = valuesFor(rulesets, all, terms.parameters);
  const parameters = bindParameters(rulesets, values, report);
  // What an award reads stands beside what a contract does: a ruleset was checked against its own dictionary alone.
  const ofAward = all.some(({ kind }) => isAwardKind(kind)) ? awardFacts : [];
  const facts = new Map<string, Fact>([...contractFacts, ...ofAward, ...provided]);
  for (const name of parameters.keys()) {
    if (!provided.has(name)) continue;
    report({
      adjective: "duplicate",
      noun: "name",
      found: `${name}, a parameter and a fact of the scenario`,
      expected: "a name for each",
    });
  }
  for (const [name, { parameter }] of parameters) facts.set(name, parameterFact(name, parameter));
  bindFacts(rulesets, provided, facts, report);
  checkTermDays(rulesets, parameters, report);
  checkGrounds(rulesets, report);
  const tracked = bindTracked(rulesets, facts, report);
  if (problems.length > 0) return { problems };
  const words = (name: string) => rulesets.flatMap((ruleset) => wordsInRuleset(ruleset, name));
  const grounds = [...new Set(["none", "handedBack", ...rulesets.flatMap(groundsOf), ...words("endGround")])];
  facts.set("endGround", { ...contractFacts.get("endGround")!, values: grounds });
  const group = facts.get("claimantGroup")!;
  if (isOpenEnum(group)) {
    facts.set("claimantGroup", { ...group, values: [String(group.default), ...words("claimantGroup")] });
  }
  const specs = Object.fromEntries(tracked.map(({ name, spec }) => [name, spec]));
  return {
    problems: [],
    contract: {
      id: terms.id,
      rulesets,
      facts,
      parameters,
      tracked,
      late: lateFacts(specs, facts, tracked),
      grounds,
    },
  };
}

/** The value of a parameter as rules read it, under a scale of unit prices. */
export function readParameter(contract: Contract, name: string, priceScale: number): FactValue {
  const bound = contract.parameters.get(name)!;
  return parameterAsRead(bound.parameter, bound.value, priceScale);
}

function firstOfSingleKinds(rulesets: readonly Ruleset[]): Ruleset[] {
  return rulesets.filter(
    ({ kind }, place) =>
      !singleKinds.includes(kind) || rulesets.findIndex((other) => other.kind === kind) === place,
  );
}

/** A policy's values, without those that only rulesets left out declare. */
function valuesFor(
  rulesets: readonly Ruleset[],
  all: readonly Ruleset[],
  values: PolicyTerms["parameters"],
): PolicyTerms["parameters"] {
  const declares = (some: readonly Ruleset[], name: string) =>
    some.some((ruleset) => Object.hasOwn(ruleset.parameters, name));
  const kept = Object.entries(values).filter(([name]) => declares(rulesets, name) || !declares(all, name));
  return Object.fromEntries(kept);
}

function bindTracked(
  rulesets: readonly Ruleset[],
  facts: Map<string, Fact>,
  report: BindingReport,
): Contract["tracked"] {
  const specs: Record<string, TrackedSpec> = {};
  for (const ruleset of rulesets) {
    for (const [name, spec] of Object.entries(ruleset.tracked)) {
      const before = Object.hasOwn(specs, name) ? specs[name] : undefined;
      if (before !== undefined && JSON.stringify(before) !== JSON.stringify(spec)) {
        report(
          {
            adjective: "ambiguous",
            noun: "tracked fact",
            found: `${name}, declared differently elsewhere`,
            expected: "one declaration under one name",
          },
          ruleset,
        );
      } else if (before === undefined && facts.has(name)) {
        report(
          {
            adjective: "duplicate",
            noun: "name",
            found: name,
            expected: "a name that no other fact of the policy uses",
          },
          ruleset,
        );
      } else if (before === undefined) {
        specs[name] = spec;
      }
    }
  }
  for (const [name, spec] of Object.entries(specs)) facts.set(name, trackedFact(name, spec));
  const { order, cycle } = orderTracked(specs);
  if (cycle !== undefined) {
    report({
      adjective: "invalid",
      noun: "cycle of tracked facts",
      found: [...cycle, cycle[0]].join(" → "),
      expected: "tracked facts that can be worked out one after the other",
    });
  }
  return order.map((name) => ({ name, spec: specs[name]! }));
}

/** Facts of the dictionary that are known only once rulesets have run. */
export function isGivenByRules(fact: Fact): boolean {
  if (fact.from === "set" || fact.from === "output") return true;
  return (
    /^due(ToDate|ThisFinancialYear)?Pence$/.test(fact.name) ||
    (fact.from === "dictionary" &&
      /(Fee|Payment|volume|indexation|adjustment|limit)ToDatePence$/.test(fact.name))
  );
}

function lateFacts(
  specs: Readonly<Record<string, TrackedSpec>>,
  facts: ReadonlyMap<string, Fact>,
  tracked: Contract["tracked"],
): Set<string> {
  const late = new Set<string>();
  for (const { name } of tracked) {
    const reads = namesInTracked(specs[name]!);
    if (reads.some((read) => late.has(read) || isGivenByRules(facts.get(read)!))) late.add(name);
  }
  return late;
}
