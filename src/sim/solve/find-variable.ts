import { didYouMean } from "../../engine/nearest-name.ts";
import type { Problem } from "../../engine/problem.ts";
import type { CheckedScenario } from "../check-scenario.ts";
import { scenarioFigures } from "../scenario-figures.ts";
import { figureVariable, priceScaleVariable, termVariable, type Variable } from "./variable.ts";

/** What is solved for, and under which policy. */
export type FoundVariable = { readonly variable: Variable; readonly place: number };

/**
 * Finds what a name stands for: `priceScale`, a parameter of a policy's terms, or a figure of the world by its path.
 *
 * Where no policy is named it is the first that sets the parameter itself, then the first whose rulesets have it; for
 * anything else the first of the scenario.
 */
export function findVariable(
  checked: CheckedScenario,
  name: string,
  policy: string | undefined,
): { found: FoundVariable; problem?: undefined } | { found?: undefined; problem: Problem } {
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
  if (name === "priceScale") return { found: { variable: priceScaleVariable, place: places[0]! } };
  const sets = (p: number) => Object.hasOwn(checked.policies[p]!.spec.parameters, name);
  for (const place of [...places].sort((a, b) => Number(sets(b)) - Number(sets(a)) || a - b)) {
    const variable = termVariable(checked.policies[place]!, name);
    if (variable !== undefined) return { found: { variable, place } };
  }
  const variable = figureVariable(checked, name);
  if (variable !== undefined) return { found: { variable, place: places[0]! } };
  const terms = places.flatMap((p) => [...checked.policies[p]!.contract.parameters.keys()]);
  const figures = scenarioFigures(checked.scenario).map(({ path }) => path);
  const hint = didYouMean(name, [...terms, ...figures, "priceScale"]);
  const whose = policy === undefined ? "a policy's" : `${policy}'s`;
  return {
    problem: {
      where: "--for",
      adjective: "unknown",
      noun: "parameter",
      found: name,
      expected: `priceScale, a number of ${whose} terms (${[...new Set(terms)].sort().join(", ")}), or a figure of the scenario such as costs.setUp`,
      ...(hint && { hint }),
    },
  };
}
