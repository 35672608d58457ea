import type { Estimate } from "../risk/estimate.ts";
import { type Bracket, bracketNearest, bracketsOf, rootBetween } from "./crossings.ts";
import { rootInterval } from "./root-interval.ts";
import type { Target } from "./target.ts";
import type { Trial } from "./trials.ts";

/**
 * The course of a measure over values that were tried on few futures, moved to where it lies on all of them: as both use
 * the same futures their courses are nearly parallel.
 */
export type Course = {
  /** Where the moved course meets the target; undefined where it does not. */
  readonly root: number | undefined;
  /** The interval of the root, as wide as all futures leave it. */
  readonly interval: readonly [number, number] | undefined;
};

/** Moves a course so that it goes through a trial on all futures, with the interval that this has. */
export function courseThrough(
  few: readonly Trial[],
  { value, estimate }: Trial,
  target: Target,
  near: number,
): Course {
  const there = between(few, value);
  if (there === undefined || estimate.value === null) return { root: undefined, interval: undefined };
  const shift = estimate.value - there.value;
  const grow = there.reach > 0 ? reachOf(estimate) / there.reach : 0;
  const moved = few.map((trial): Trial => ({ ...trial, estimate: movedBy(trial.estimate, shift, grow) }));
  const bracket = bracketNearest(bracketsOf(moved, target), near);
  if (bracket === undefined) return { root: undefined, interval: undefined };
  return { root: rootBetween(bracket, target), interval: rootInterval(moved, bracket, target) };
}

function movedBy(estimate: Estimate, shift: number, grow: number): Estimate {
  if (estimate.value === null) return estimate;
  const value = estimate.value + shift;
  const end = (of: number | null) => (of === null ? null : value + (of - estimate.value!) * grow);
  return { ...estimate, value, low: end(estimate.low), high: end(estimate.high) };
}

/** The measure and half the width of its interval at a value between two that were tried. */
function between(few: readonly Trial[], value: number): { value: number; reach: number } | undefined {
  const at = few.findIndex((trial) => trial.value >= value);
  const pair: Bracket | undefined =
    at < 0 ? undefined : at === 0 ? [few[0]!, few[0]!] : [few[at - 1]!, few[at]!];
  if (pair === undefined || pair.some(({ estimate }) => estimate.value === null)) return undefined;
  const [below, above] = pair;
  const share = below === above ? 0 : (value - below.value) / (above.value - below.value);
  const mix = (of: (estimate: Estimate) => number) =>
    of(below.estimate) + share * (of(above.estimate) - of(below.estimate));
  return { value: mix((estimate) => estimate.value!), reach: mix(reachOf) };
}

function reachOf({ low, high }: Estimate): number {
  return low === null || high === null ? 0 : (high - low) / 2;
}
