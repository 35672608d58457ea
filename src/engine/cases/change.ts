import { monthsOf } from "../check-example-facts.ts";
import { isFactReference, type Leaf } from "../condition.ts";
import type { Evaluate } from "../evaluate.ts";
import type { FactValue } from "../fact.ts";
import type { Example, Ruleset } from "../ruleset.ts";
import { type CaseRun, expectedValue, runCase } from "./run-case.ts";

/** One fact of one month of a case changed, or one parameter of the whole case; a parameter is in pounds. */
export type Change = {
  readonly fact: string;
  /** Counted from 1; undefined where the case has one month, and for a parameter. */
  readonly month: number | undefined;
  readonly from: FactValue;
  readonly to: FactValue;
};

/**
 * A change with how far it goes; what the case gives comes first of equals, what is `derived` from other facts and not
 * given after what can be given, and what is `last` after all others.
 */
export type Candidate = Change & {
  readonly size: number;
  readonly given: boolean;
  readonly derived: boolean;
  readonly last: boolean;
};

/** What candidates are looked for with. */
export type Search = {
  readonly ruleset: Ruleset;
  readonly example: Example;
  readonly run: CaseRun;
  readonly evaluate: Evaluate;
  /** Every comparison of the ruleset. */
  readonly leaves: readonly Leaf[];
};

/** A case with one change. */
export function changed(example: Example, { fact, month, to }: Omit<Change, "from">): Example {
  const months = monthsOf(example).map((given, m) =>
    month === undefined || month === m + 1 ? { ...given, [fact]: to } : given,
  );
  return { ...example, given: Array.isArray(example.given.months) ? { months } : months[0]! };
}

/** Where a straight line through the answer and the answer one step on meets what is expected. */
export async function onTheLine(
  { ruleset, example, run, evaluate }: Search,
  place: Omit<Change, "to">,
): Promise<number[]> {
  const from = Number(place.from);
  const one = await runCase(ruleset, changed(example, { ...place, to: from + 1 }), evaluate);
  if (one === undefined) return [];
  return Object.keys(example.expect).flatMap((name) => {
    const [wanted, before, after] = [
      expectedValue(example, name),
      run.reasons.found[name],
      one.reasons.found[name],
    ];
    if (typeof wanted !== "number" || typeof before !== "number" || typeof after !== "number") return [];
    return after === before ? [] : [from + (wanted - before) / (after - before)];
  });
}

/** The words or numbers that a fact is compared with, where `worth` says what another fact was. */
export function comparedWith(
  name: string,
  leaves: readonly Leaf[],
  worth: (other: string) => FactValue | null | undefined,
): (FactValue | null | undefined)[] {
  return leaves.flatMap(({ fact: left, value }) => {
    if (isFactReference(value))
      return left === name ? [worth(value.fact)] : value.fact === name ? [worth(left)] : [];
    return left === name ? (value as FactValue | FactValue[]) : [];
  });
}

/** Numbers worth a try: those given, a step to either side of them, and whole numbers near where one stands. */
export function numbersAround(from: number, numbers: readonly number[], isShare: boolean): number[] {
  const wholesAround = 12;
  const near = Array.from({ length: 2 * wholesAround + 1 }, (_, i) => Math.floor(from) + i - wholesAround);
  // Shares and the like have no whole numbers in between: a hundredth is a step of theirs.
  const steps = [...numbers, from].every(Number.isInteger) && !isShare ? [1] : [0.01, 1];
  return [...numbers.flatMap((x) => [x, ...steps.flatMap((step) => [x - step, x + step])]), ...near];
}
