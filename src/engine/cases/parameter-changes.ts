import { monthsOf } from "../check-example-facts.ts";
import type { FactValue } from "../fact.ts";
import { parameterProblem } from "../parameter-value.ts";
import type { Parameter } from "../ruleset.ts";
import { type Candidate, comparedWith, numbersAround, onTheLine, type Search } from "./change.ts";

/**
 * Every change of one parameter that is worth a try, in pounds where it is money.
 *
 * A parameter that the case does not give is a term and no fact of the case: it comes after all else.
 */
export async function parameterChanges(search: Search): Promise<Candidate[]> {
  const { ruleset, example } = search;
  const candidates: Candidate[] = [];
  for (const [fact, parameter] of Object.entries(ruleset.parameters)) {
    const written = monthsOf(example).find((month) => Object.hasOwn(month, fact))?.[fact];
    const given = written !== undefined;
    const from = written ?? parameter.default;
    const values = await valuesOf(fact, parameter, from, search);
    for (const to of new Set(values)) {
      if (to === from || parameterProblem(parameter, to) !== undefined) continue;
      const size = typeof to === "number" ? Math.abs(to - Number(from)) : 1;
      candidates.push({ fact, month: undefined, from, to, size, given, derived: false, last: !given });
    }
  }
  return candidates;
}

async function valuesOf(
  fact: string,
  { type, values, unit, min, max }: Parameter,
  from: FactValue,
  search: Search,
): Promise<FactValue[]> {
  if (type === "boolean") return [!from];
  if (type === "enum") return [...(values ?? [])];
  const isMoney = unit === "pounds";
  const compared = comparedWith(fact, search.leaves, (other) => search.run.reasons.found[other])
    .filter((value) => typeof value === "number")
    .map((value) => (isMoney ? value / 100 : value));
  const ends = [min, max].filter((end) => end !== undefined);
  const line = await onTheLine(search, { fact, month: undefined, from });
  const exact = (at: number) => (isMoney ? Math.round(at * 100) / 100 : at);
  return [
    ...numbersAround(Number(from), [...compared, ...ends], max === 1),
    ...line.flatMap((at) => [exact(at), Math.floor(at), Math.floor(at) + 1]),
  ];
}
