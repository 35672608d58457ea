import type { Estimate } from "../risk/estimate.ts";
import {
  type Bracket,
  bracketNearest,
  bracketsOf,
  clearCrossings,
  rootBetween,
  turnsBack,
} from "./crossings.ts";
import { type Narrowed, narrow, sorted } from "./narrow.ts";
import { refine } from "./refine.ts";
import { rootInterval } from "./root-interval.ts";
import { scanValues } from "./scan-values.ts";
import { meets, missOf, type Target } from "./target.ts";
import type { Trial, Trials } from "./trials.ts";
import { triedValue, type Variable } from "./variable.ts";

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
 * The range is looked over first on a few futures, and the crossing nearest to what the variable is now is narrowed on
 * them; all futures then decide. The interval of the value is where the measure's own 95 % interval holds the limit (the
 * test turned round), in straight lines between tried values.
 */
export async function solve(
  variable: Variable,
  target: Target,
  trials: Trials,
  paths: number,
  look: Look = carefulLook,
): Promise<Solution> {
  const few = Math.min(paths, look.paths);
  const onAll = (values: readonly number[]) => trials.at(values, paths);
  const now = await trials.now(paths);
  const scan = sorted(await trials.at([...scanValues(variable, look.parts), variable.current], few));
  const about = { now, scan, isMonotone: !turnsBack(scan), paths };
  const anchor = await anchorOf(variable, now, onAll);
  const there = scan.find(({ value }) => value === anchor.value)!;
  const onFew = shiftedTarget(target, anchor.estimate, there.estimate);
  let seen = bracketNearest(bracketsOf(scan, onFew), variable.current);
  if (seen === undefined) {
    if (scan.every(({ estimate }) => meets(onFew, estimate.value)))
      return { ...about, ...metThroughout(await onAll(endsOf(scan)), target) };
    // What comes nearest on a few futures may do it on all of them.
    const nearest = (await onAll([closest(scan, target).value]))[0]!;
    if (!meets(target, nearest.estimate.value)) return { ...about, ...notMet, nearest };
    seen = besides(nearest, scan);
  }
  const narrowed = await narrow(seen, scan, variable, onFew, (values) => trials.at(values, few));
  const isSame =
    few === paths || (isExact(now) && narrowed.bracket.every(({ estimate }) => isExact(estimate)));
  const { known, found } = isSame
    ? { known: narrowed.known, found: withInterval(narrowed, target) }
    : await refine(narrowed, anchor, variable, target, onAll);
  if (found === undefined) {
    const ends = await onAll(endsOf(scan));
    if ([...known, ...ends].every(({ estimate }) => meets(target, estimate.value)))
      return { ...about, ...metThroughout(ends, target) };
    return { ...about, ...notMet, nearest: closest([...known, ...ends], target) };
  }
  const solution = solutionIn(found.bracket, found.interval, variable, target);
  return { ...about, ...solution, ...crossingsBeside(found.bracket, solution.side === "from", scan, onFew) };
}

/** The value that the variable has now with the measure there on all futures: that of the scenario, unless it is drawn. */
async function anchorOf(
  variable: Variable,
  now: Estimate,
  onAll: (values: readonly number[]) => Promise<Trial[]>,
): Promise<Trial> {
  const value = triedValue(variable, variable.current);
  return variable.isDrawn === true ? (await onAll([value]))[0]! : { value, estimate: now };
}

/**
 * The target as the first few futures see it: where the measure is more on them than on all, so is the limit. Courses of
 * the same futures are nearly parallel, so that the crossing is found near where it lies on all of them.
 */
function shiftedTarget(target: Target, all: Estimate, few: Estimate): Target {
  if (all.value === null || few.value === null) return target;
  const limit = target.limit + (few.value - all.value);
  const isChance = all.unit === "probability" || all.unit === "share";
  return isChance && (limit <= 0 || limit >= 1) ? target : { ...target, limit };
}

function withInterval(narrowed: Narrowed, target: Target) {
  return { ...narrowed, interval: rootInterval(narrowed.known, narrowed.bracket, target) };
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
function solutionIn(
  bracket: Bracket,
  interval: readonly [number, number],
  variable: Variable,
  target: Target,
): Found {
  const [below, above] = bracket;
  const side = meets(target, above.estimate.value) ? "from" : "upTo";
  const met = side === "from" ? above : below;
  const isCertain = variable.step === undefined && [below, above].every(({ estimate }) => isExact(estimate));
  const value = isCertain ? rootBetween(bracket, target) : met.value;
  const [low, high] = isCertain ? [value, value] : interval;
  return {
    ...notMet,
    value,
    low: Math.max(variable.low, Math.min(low, value)),
    high: Math.min(variable.high, Math.max(high, value)),
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
  isFrom: boolean,
  scan: readonly Trial[],
  onFew: Target,
): Pick<Solution, "others" | "until"> {
  const others = clearCrossings(scan, onFew)
    .filter(([a, b]) => b.value < below.value || above.value < a.value)
    .map((crossing) => rootBetween(crossing, onFew));
  const beyond = others.filter((value) => (isFrom ? value > above.value : value < below.value));
  const until = beyond.length === 0 ? null : isFrom ? Math.min(...beyond) : Math.max(...beyond);
  return { others, until };
}

/** The end of the range at which a target that is met throughout is met most narrowly. */
function metThroughout(ends: readonly Trial[], target: Target): Found {
  const [first, last] = [ends[0]!, ends.at(-1)!];
  const isUpTo = missOf(target, last.estimate.value!) > missOf(target, first.estimate.value!);
  const end = isUpTo ? last : first;
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

function endsOf(scan: readonly Trial[]): number[] {
  return [scan[0]!.value, scan.at(-1)!.value];
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
