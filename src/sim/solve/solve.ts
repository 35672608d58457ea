import type { Estimate } from "../risk/estimate.ts";
import {
  type Bracket,
  bracketNearest,
  bracketsOf,
  clearCrossings,
  rootBetween,
  turnsBack,
} from "./crossings.ts";
import { narrow } from "./narrow.ts";
import { rootInterval } from "./root-interval.ts";
import { scanValues } from "./scan-values.ts";
import { meets, missOf, type Target } from "./target.ts";
import type { Trial, Trials } from "./trials.ts";
import type { Variable } from "./variable.ts";

/** Where a target is met over the range of what is solved for. */
export type Solution = {
  /** The value at which it just is; null where none in range does it. */
  readonly value: number | null;
  /** The 95 % interval of that value; an end that the range cuts off is the range's own. */
  readonly low: number | null;
  readonly high: number | null;
  readonly reached: boolean;
  /** Is it met from the value up, or up to the value? */
  readonly side: "from" | "upTo" | null;
  /** Where it ceases to be met again beyond the value, to the grain of the first look; null where it does not. */
  readonly until: number | null;
  /** Is it met over the whole range? Then the value is the end at which it is met most narrowly. */
  readonly whole: boolean;
  /** How far the value may lie from the root on these futures: the next value that was tried on the other side. */
  readonly tolerance: number | null;
  /** The measure at the value, and of the scenario as it stands. */
  readonly atValue: Estimate | null;
  readonly now: Estimate;
  /** Where none does it: the value that comes nearest. */
  readonly nearest: Trial | null;
  /** Other values at which the target begins or ceases to be met, to the grain of the first look. */
  readonly others: readonly number[];
  /** The measure's course over the range, on fewer futures. */
  readonly scan: readonly Trial[];
  /** Does the measure turn back by more than chance could make it? Then other values may meet the target too. */
  readonly isMonotone: boolean;
  readonly paths: number;
};

/** How closely the range is looked over first. */
export type Look = { readonly paths: number; readonly parts: number };

const carefulLook: Look = { paths: 4096, parts: 16 };

/**
 * Finds the value of a variable at which a measure just meets a target, on the same futures throughout.
 *
 * The range is looked over first; the crossing nearest to what the variable is now is then narrowed on all futures. The
 * interval of the value is where the measure's own 95 % interval holds the limit (the test turned round), between tried
 * values in straight lines.
 */
export async function solve(
  variable: Variable,
  target: Target,
  trials: Trials,
  paths: number,
  look: Look = carefulLook,
): Promise<Solution> {
  const now = await trials.now(paths);
  const scan = await trials.at(scanValues(variable, look.parts), Math.min(paths, look.paths));
  const about = { now, scan, isMonotone: !turnsBack(scan), paths };
  let seen = bracketNearest(bracketsOf(scan, target), variable.current);
  if (seen === undefined) {
    if (scan.every(({ estimate }) => meets(target, estimate.value)))
      return { ...about, ...(await metThroughout(scan, target, trials, paths)) };
    // What comes nearest on a few futures may do it on all of them.
    const nearest = await nearestOf(scan, target, trials, paths);
    if (!meets(target, nearest.estimate.value)) return { ...about, ...notMet, nearest };
    seen = besides(nearest, scan);
  }
  const { known, bracket } = await narrow(seen, scan, variable, target, trials, paths);
  if (bracket === undefined) {
    if (known.every(({ estimate }) => meets(target, estimate.value)))
      return { ...about, ...(await metThroughout(known, target, trials, paths)) };
    return { ...about, ...notMet, nearest: closest(known, target) };
  }
  return {
    ...about,
    ...solutionIn(bracket, known, variable, target),
    ...crossingsBeside(bracket, scan, target),
  };
}

type Found = Omit<Solution, "now" | "scan" | "isMonotone" | "paths">;

const notMet: Found = {
  value: null,
  low: null,
  high: null,
  reached: false,
  side: null,
  until: null,
  whole: false,
  tolerance: null,
  atValue: null,
  nearest: null,
  others: [],
};

/** The value in a bracket: the side that meets the target, or the line between both where nothing is left to luck. */
function solutionIn(bracket: Bracket, known: readonly Trial[], variable: Variable, target: Target): Found {
  const [below, above] = bracket;
  const side = meets(target, above.estimate.value) ? "from" : "upTo";
  const met = side === "from" ? above : below;
  const isCertain = variable.step === undefined && [below, above].every(({ estimate }) => isExact(estimate));
  const value = isCertain ? rootBetween(bracket, target) : met.value;
  const [low, high] = isCertain ? [value, value] : (rootInterval(known, variable, target) ?? [value, value]);
  return {
    ...notMet,
    value,
    low: Math.min(low, value),
    high: Math.max(high, value),
    reached: true,
    side,
    tolerance: isCertain ? 0 : above.value - below.value,
    atValue: met.estimate,
  };
}

/** Is a measure the same in all futures, so that it has no interval? */
function isExact({ value, low, high }: Estimate): boolean {
  return value !== null && low === high;
}

/** Other crossings of the first look, and the one at which the target ceases to be met beyond the value. */
function crossingsBeside(
  [below, above]: Bracket,
  scan: readonly Trial[],
  target: Target,
): Pick<Solution, "others" | "until"> {
  const others = clearCrossings(scan, target)
    .filter(([a, b]) => b.value < below.value || above.value < a.value)
    .map((crossing) => rootBetween(crossing, target));
  const isFrom = meets(target, above.estimate.value);
  const beyond = others.filter((value) => (isFrom ? value > above.value : value < below.value));
  const until = beyond.length === 0 ? null : isFrom ? Math.min(...beyond) : Math.max(...beyond);
  return { others, until };
}

/** The end of the range at which a target that is met throughout is met most narrowly. */
async function metThroughout(
  scan: readonly Trial[],
  target: Target,
  trials: Trials,
  paths: number,
): Promise<Found> {
  const [first, last] = [scan[0]!, scan.at(-1)!];
  const isUpTo = missOf(target, last.estimate.value!) > missOf(target, first.estimate.value!);
  const [end] = (await trials.at([(isUpTo ? last : first).value], paths)) as [Trial];
  return {
    ...notMet,
    value: end.value,
    low: end.value,
    high: end.value,
    reached: true,
    side: isUpTo ? "upTo" : "from",
    whole: true,
    tolerance: 0,
    atValue: end.estimate,
  };
}

/** The value of a look that comes nearest to the target, on all futures. */
async function nearestOf(
  scan: readonly Trial[],
  target: Target,
  trials: Trials,
  paths: number,
): Promise<Trial> {
  return (await trials.at([closest(scan, target).value], paths))[0]!;
}

function closest(known: readonly Trial[], target: Target): Trial {
  const miss = ({ estimate: { value } }: Trial) =>
    value === null ? Number.POSITIVE_INFINITY : missOf(target, value);
  return known.reduce((best, trial) => (miss(trial) < miss(best) ? trial : best));
}

/** A value that does it on all futures, and its neighbour on the look, which does not. */
function besides(nearest: Trial, scan: readonly Trial[]): Bracket {
  const at = scan.findIndex(({ value }) => value === nearest.value);
  const below = scan[at - 1];
  return below === undefined ? [nearest, scan[at + 1]!] : [below, nearest];
}
