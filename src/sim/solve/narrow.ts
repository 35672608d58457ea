import { type Bracket, bracketNearest, bracketsOf, rootBetween, rootShare } from "./crossings.ts";
import { flanks, rootInterval } from "./root-interval.ts";
import type { Target } from "./target.ts";
import type { Trial } from "./trials.ts";
import { resolutionNear, triedValue, type Variable } from "./variable.ts";

/** The solution is found to a tenth of its interval. */
const shareOfInterval = 0.1;
export const mostRounds = 30;

/** Values that were tried, in order, and the two between which the solution lies. */
export type Narrowed = { readonly known: readonly Trial[]; readonly bracket: Bracket };

/**
 * Narrows a crossing among tried values to a tenth of its interval, or to the finest step that matters, and tries what
 * the ends of its interval need. Each round tries three values at once, around the secant, or in quarters where a secant
 * did not help.
 */
export async function narrow(
  seen: Bracket,
  scan: readonly Trial[],
  variable: Variable,
  target: Target,
  at: (values: readonly number[]) => Promise<Trial[]>,
): Promise<Narrowed> {
  const near = rootBetween(seen, target);
  let known = scan;
  let bracket = seen;
  let last = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds; round++) {
    const width = widthOf(bracket);
    const tolerance = toleranceOf(rootInterval(known, bracket, target), bracket, variable);
    const isNarrow = width <= tolerance;
    const inner = isNarrow ? [] : inside(bracket, known, variable, target, tolerance, width > last / 2);
    const fresh = [...inner, ...notTried(flanks(known, bracket, variable, target), known, variable)];
    if (fresh.length === 0) break;
    last = width;
    known = sorted([...known, ...(await at(fresh))]);
    bracket = bracketNearest(bracketsOf(known, target), near) ?? bracket;
  }
  return { known, bracket };
}

export function widthOf([below, above]: Bracket): number {
  return above.value - below.value;
}

/** How wide a bracket may be at the end. */
export function toleranceOf(
  [low, high]: readonly [number, number],
  [below]: Bracket,
  variable: Variable,
): number {
  return Math.max(shareOfInterval * (high - low), 1.01 * resolutionNear(variable, below.value));
}

/** Values inside a bracket that were not tried: around the secant so that a line would end the search, or in quarters. */
export function inside(
  bracket: Bracket,
  known: readonly Trial[],
  variable: Variable,
  target: Target,
  tolerance: number,
  isSlow: boolean,
): number[] {
  const width = widthOf(bracket);
  const share = Math.min(0.999, Math.max(0.001, rootShare(bracket, target)));
  const near = Math.max(1e-3, (0.9 * tolerance) / width);
  const shares = isSlow ? [0.25, 0.5, 0.75] : [share - near, share, share + near];
  const values = shares.filter((s) => s > 0 && s < 1).map((s) => bracket[0].value + s * width);
  const fresh = notTried(values, known, variable);
  // In whole steps what is proposed may all be known: then the middle is not.
  return fresh.length > 0 ? fresh : notTried([bracket[0].value + width / 2], known, variable);
}

export function notTried(values: readonly number[], known: readonly Trial[], variable: Variable): number[] {
  return values
    .map((value) => triedValue(variable, value))
    .filter((value) =>
      known.every((trial) => Math.abs(trial.value - value) > resolutionNear(variable, value) / 4),
    );
}

/** Trials in the order of their values, each value once. */
export function sorted(trials: readonly Trial[]): Trial[] {
  const byValue = new Map(trials.map((trial) => [trial.value, trial]));
  return [...byValue.values()].sort((a, b) => a.value - b.value);
}
