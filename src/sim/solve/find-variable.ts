import { didYouMean } from "../../engine/nearest-name.ts";
import type { Problem } from "../../engine/problem.ts";
import type { CheckedScenario } from "../check-scenario.ts";
import { scenarioFigures } from "../scenario-figures.ts";
import { figureVariable } from "./figure-variable.ts";
import { termVariable } from "./term-variable.ts";
import { priceScaleVariable, type Variable } from "./variable.ts";
import { outcomeRateVariable, referralShareVariable } from "./world-variables.ts";

/** What is solved for, and under which policy. */
export type FoundVariable = { readonly variable: Variable; readonly place: number };

type Found =
  | { readonly found: FoundVariable; readonly problem?: undefined }
  | { readonly found?: undefined; readonly problem: Problem };

/**
 * Finds what a name stands for: `priceScale`, `referralShare`, `outcomeRateScale`, a parameter of a policy's terms, or a
 * figure of the world by its path.
 *
 * Where no policy is named it is the first that sets the parameter itself, then the first whose rulesets have it; for a
 * lever's figure the first that pulls it; for anything else the first of the scenario.
 */
export function findVariable(checked: CheckedScenario, name: string, policy: string | undefined): Found {
  const ids = checked.policies.map(({ spec }) => spec.id);
  if (policy !== undefined && !ids.includes(policy)) {
    const hint = didYouMean(policy, ids);
    const expected = `one of ${ids.join(", ")}`;
    return {
      problem: {
        where: "--policy",
        adjective: "unknown",
        noun: "policy",
        found: policy,
        expected,
        ...(hint && { hint }),
      },
    };
  }
  const places = policy === undefined ? ids.map((_, p) => p) : [ids.indexOf(policy)];
  for (const place of inOrderFor(checked, name, places)) {
    const variable = variableOf(checked, place, name);
    if (variable !== undefined) return { found: { variable, place } };
  }
  const hint = didYouMean(name, solvableNames(checked, places));
  const terms = termNames(checked, places);
  const whose = policy === undefined ? "a policy's" : `${policy}'s`;
  const ofWorld = [...worldNames.keys()].filter(
    (known) => variableOf(checked, places[0]!, known) !== undefined,
  );
  const ofTerms = terms.length === 0 ? "" : `a number of ${whose} terms (${terms.join(", ")}), `;
  return {
    problem: {
      where: "--for",
      adjective: "unknown",
      noun: "parameter",
      found: name,
      expected: `${ofTerms}${ofWorld.join(", ")}, or a figure of the scenario such as costs.setUp`,
      ...(hint && { hint }),
    },
  };
}

const worldNames = new Map<string, (checked: CheckedScenario, place: number) => Variable | undefined>([
  ["priceScale", () => priceScaleVariable],
  ["referralShare", referralShareVariable],
  ["outcomeRateScale", outcomeRateVariable],
]);

function variableOf(checked: CheckedScenario, place: number, name: string): Variable | undefined {
  const ofWorld = worldNames.get(name);
  if (ofWorld !== undefined) return ofWorld(checked, place);
  return termVariable(checked, place, name) ?? figureVariable(checked, name);
}

/** Every name that can be solved for under one of some policies. */
export function solvableNames(checked: CheckedScenario, places: readonly number[]): string[] {
  const figures = scenarioFigures(checked.scenario)
    .map(({ path }) => path)
    .filter((path) => figureVariable(checked, path) !== undefined);
  const ofWorld = [...worldNames.keys()].filter(
    (name) => variableOf(checked, places[0]!, name) !== undefined,
  );
  return [...ofWorld, ...termNames(checked, places), ...figures];
}

function termNames(checked: CheckedScenario, places: readonly number[]): string[] {
  const names = places.flatMap((place) =>
    [...checked.policies[place]!.contract.parameters.keys()].filter(
      (name) => termVariable(checked, place, name) !== undefined,
    ),
  );
  return [...new Set(names)].sort();
}

/** Policies in the order in which they are asked for a name. */
function inOrderFor(checked: CheckedScenario, name: string, places: readonly number[]): number[] {
  const lever = /^levers\.([^.]+)\./.exec(name)?.[1];
  const rank = (place: number): number => {
    const { spec, contract } = checked.policies[place]!;
    if (lever !== undefined) return spec.levers.includes(lever) ? 0 : 1;
    if (Object.hasOwn(spec.parameters, name)) return 0;
    return contract.parameters.has(name) && termVariable(checked, place, name) !== undefined ? 1 : 2;
  };
  return [...places].sort((a, b) => rank(a) - rank(b) || a - b);
}
