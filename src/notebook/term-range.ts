import type { Described } from "./live/described.ts";
import { clauseIn, clauses } from "./term-clauses.ts";
import { isShare, shownTerms } from "./term-words.ts";
import type { NumberTerm } from "./terms.ts";

/** The ends and the steps of a term's lever, in what it shows. */
export type TermRange = {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly isWhole: boolean;
};

/**
 * The numbers that a term can have in a scenario: what its ruleset takes, no more months than the contract has, and 0 for
 * what a lever takes out. `value` is where the lever stands at first.
 */
export function termRange(scenario: Described, name: NumberTerm, value: number): TermRange {
  const { unit, max, step } = shownTerms[name];
  const clause = clauses.find(({ parameters }) => parameters.includes(name))!;
  const parameter = clauseIn(scenario, clause).found?.parameters[name];
  const scale = isShare(name) ? 100 : 1;
  const least = clause.switch === name ? 0 : (parameter?.min ?? 0) * scale;
  const taken = (parameter?.max ?? Number.POSITIVE_INFINITY) * scale;
  const isWhole = unit === "months";
  if (unit === "£") {
    const ceiling = Math.min(taken, niceCeiling(2.5 * Math.max(value, scenario.setUpCost, 1000)));
    return { min: least, max: ceiling, step: Math.max(step, ceiling / 400), isWhole };
  }
  const most = Math.min(max, taken, isWhole ? scenario.months : max);
  return { min: least, max: Math.max(most, least, value), step, isWhole };
}

/** The next of 1, 2 and 5 times a power of ten. */
export function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((times) => times * power).find((nice) => nice >= value)!;
}
