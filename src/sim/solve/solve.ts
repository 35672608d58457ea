import type { Estimate } from "../risk/estimate.ts";
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
  /** The measure at the value, and at what the variable is now. */
  readonly atValue: Estimate | null;
  readonly now: Estimate;
  /** The measure's course over the range, on fewer futures. */
  readonly scan: readonly Trial[];
  /** Does the measure turn back by more than chance could make it? Then other values may meet the target too. */
  readonly isMonotone: boolean;
  readonly paths: number;
};

/** Futures of the first look over the range. */
const scanPaths = 4096;
/** The solution is found to a tenth of its interval. */
const shareOfInterval = 0.1;
const mostRounds = 14;

/**
 * Finds the value of a variable at which a measure just meets a target, on the same futures throughout.
 *
 * The range is looked over first; the crossing nearest to what the variable is now is then narrowed on all futures by
 * secants kept inside the bracket. The interval of the value is where the measure's own 95 % interval holds the limit
 * (the test turned round), between tried values in straight lines.
 */
export async function solve(
  variable: Variable,
  target: Target,
  trials: Trials,
  paths: number,
): Promise<Solution> {
  const few = Math.min(paths, scanPaths);
  const scan = await trials.at(scanValues(variable), few);
  const [now] = (await trials.at([variable.current], paths)) as [Trial];
  const isMonotone = turnsBack(scan) === false;
  const nothing = { low: null, high: null, atValue: null, now: now.estimate, scan, isMonotone, paths };
  const pair = crossingNearest(scan, target, variable.current);
  if (pair === undefined) {
    const all = scan.every(({ estimate }) => meets(target, estimate.value));
    if (!all) return { ...nothing, value: null, reached: false, side: null };
    // Met everywhere: the end of the range that asks least, which is the nearer to doing nothing.
    const value = variable.low;
    return {
      ...nothing,
      value,
      low: value,
      high: value,
      reached: true,
      side: "from",
      atValue: scan[0]!.estimate,
    };
  }
  const known = await narrow(pair, variable, target, trials, paths);
  const bracket = bracketOf(known, target);
  if (bracket === undefined) return { ...nothing, value: null, reached: false, side: null };
  const [below, above] = bracket;
  const side = meets(target, above.estimate.value) ? "from" : "upTo";
  const met = side === "from" ? above : below;
  const [low, high] = intervalOf(known, variable, target);
  // Where nothing is left to luck the line between both sides is the answer, and no side needs to be chosen.
  const value = met.estimate.se === 0 ? rootBetween(below, above, target) : met.value;
  return {
    ...nothing,
    value,
    low: Math.min(low, value),
    high: Math.max(high, value),
    reached: true,
    side,
    atValue: met.estimate,
  };
}

/** Narrows a crossing on all futures, and tries what the interval of the value needs. */
async function narrow(
  pair: readonly [number, number],
  variable: Variable,
  target: Target,
  trials: Trials,
  paths: number,
): Promise<Trial[]> {
  let known = await trials.at(pair, paths);
  const ends = [variable.low, variable.high];
  for (let round = 0; round < mostRounds; round++) {
    const bracket = bracketOf(known, target);
    if (bracket === undefined) {
      // What the few futures showed lies a little beyond on all of them: widen towards both ends.
      const next = widened(known, ends);
      if (next.length === 0) return known;
      known = sorted([...known, ...(await trials.at(next, paths))]);
      continue;
    }
    const [below, above] = bracket;
    const width = above.value - below.value;
    const [low, high] = intervalOf(known, variable, target);
    const isNarrow = width <= Math.max(shareOfInterval * (high - low), resolution(variable));
    const wanted = [
      ...(isNarrow ? [] : between(below, above, target, round)),
      ...flanks(known, variable, target),
    ];
    const fresh = wanted.filter((value) =>
      known.every((trial) => Math.abs(trial.value - value) > resolution(variable) / 4),
    );
    if (fresh.length === 0) return known;
    known = sorted([...known, ...(await trials.at([...new Set(fresh)], paths))]);
  }
  return known;
}

/** The finest step that matters: a penny; of anything else where nothing is left to luck, what arithmetic can tell. */
function resolution({ unit, low, high }: Variable): number {
  return unit === "pounds" ? 0.01 : (high - low) * 1e-11;
}

/** Where the line through two trials meets the target. */
function rootBetween(below: Trial, above: Trial, target: Target): number {
  const [a, b] = [missOf(target, below.estimate.value!), missOf(target, above.estimate.value!)];
  return a === b ? above.value : below.value + (a / (a - b)) * (above.value - below.value);
}

/** A secant inside the bracket and points on either side of it, so that one run narrows much. */
function between(below: Trial, above: Trial, target: Target, round: number): number[] {
  const width = above.value - below.value;
  const [a, b] = [missOf(target, below.estimate.value!), missOf(target, above.estimate.value!)];
  const share = a === b ? 0.5 : Math.min(0.95, Math.max(0.05, a / (a - b)));
  const near = round % 2 === 0 ? 0.1 : 0.25;
  return [share, Math.max(0.02, share - near), Math.min(0.98, share + near)].map(
    (s) => below.value + s * width,
  );
}

/** Values at which the ends of the interval of the solution can be told: where the measure's interval ends at the limit. */
function flanks(known: readonly Trial[], variable: Variable, target: Target): number[] {
  const holds = known.map(({ estimate }) => holdsLimit(estimate, target));
  const first = holds.indexOf(true);
  const last = holds.lastIndexOf(true);
  if (first < 0) return [];
  const wanted: number[] = [];
  if (first === 0 && known[0]!.value > variable.low) wanted.push(outwards(known, 0, variable));
  if (last === known.length - 1 && known[last]!.value < variable.high)
    wanted.push(outwards(known, last, variable));
  return wanted;
}

/** A step out from the outermost value, twice as far as its neighbour, inside the range. */
function outwards(known: readonly Trial[], at: number, { low, high }: Variable): number {
  const own = known[at]!.value;
  const neighbour = known[at === 0 ? 1 : at - 1]!.value;
  return Math.min(high, Math.max(low, own + 2 * (own - neighbour)));
}

function holdsLimit({ low, high }: Estimate, { limit }: Target): boolean {
  return (low ?? Number.NEGATIVE_INFINITY) <= limit && limit <= (high ?? Number.POSITIVE_INFINITY);
}

/** Where the measure's interval holds the limit, in straight lines between the values that were tried. */
function intervalOf(known: readonly Trial[], { low, high }: Variable, target: Target): [number, number] {
  const edges: number[] = [];
  for (let k = 1; k < known.length; k++) {
    for (const end of ["low", "high"] as const) {
      const [a, b] = [known[k - 1]!.estimate[end], known[k]!.estimate[end]];
      if (a === null || b === null || (a - target.limit) * (b - target.limit) > 0 || a === b) continue;
      const share = (target.limit - a) / (b - a);
      edges.push(known[k - 1]!.value + share * (known[k]!.value - known[k - 1]!.value));
    }
  }
  const isOpenBelow = holdsLimit(known[0]!.estimate, target);
  const isOpenAbove = holdsLimit(known.at(-1)!.estimate, target);
  return [
    isOpenBelow || edges.length === 0 ? Math.max(low, known[0]!.value) : Math.min(...edges),
    isOpenAbove || edges.length === 0 ? Math.min(high, known.at(-1)!.value) : Math.max(...edges),
  ];
}

/** The two neighbours between which the target begins or ceases to be met; the innermost where there are several. */
function bracketOf(known: readonly Trial[], target: Target): [Trial, Trial] | undefined {
  let best: [Trial, Trial] | undefined;
  for (let k = 1; k < known.length; k++) {
    const [a, b] = [known[k - 1]!, known[k]!];
    if (meets(target, a.estimate.value) === meets(target, b.estimate.value)) continue;
    if (best === undefined || b.value - a.value < best[1].value - best[0].value) best = [a, b];
  }
  return best;
}

/** Of all crossings on the scan, the one nearest to what the variable is now. */
function crossingNearest(
  scan: readonly Trial[],
  target: Target,
  current: number,
): [number, number] | undefined {
  let best: [number, number] | undefined;
  const far = ([a, b]: [number, number]) => Math.max(0, a - current, current - b);
  for (let k = 1; k < scan.length; k++) {
    const [a, b] = [scan[k - 1]!, scan[k]!];
    if (meets(target, a.estimate.value) === meets(target, b.estimate.value)) continue;
    const pair: [number, number] = [a.value, b.value];
    if (best === undefined || far(pair) < far(best)) best = pair;
  }
  return best;
}

/** Does the measure rise and fall by more than its intervals allow? */
function turnsBack(scan: readonly Trial[]): boolean {
  let [rises, falls] = [false, false];
  let [lowest, highest] = [scan[0]!.estimate, scan[0]!.estimate];
  for (const { estimate } of scan.slice(1)) {
    if ((estimate.low ?? Number.NEGATIVE_INFINITY) > (lowest.high ?? Number.POSITIVE_INFINITY)) rises = true;
    if ((estimate.high ?? Number.POSITIVE_INFINITY) < (highest.low ?? Number.NEGATIVE_INFINITY)) falls = true;
    if ((estimate.value ?? 0) < (lowest.value ?? 0)) lowest = estimate;
    if ((estimate.value ?? 0) > (highest.value ?? 0)) highest = estimate;
  }
  return rises && falls;
}

function widened(known: readonly Trial[], [low, high]: readonly number[]): number[] {
  const [first, last] = [known[0]!.value, known.at(-1)!.value];
  const step = last - first;
  return [Math.max(low!, first - step), Math.min(high!, last + step)].filter(
    (value) => value !== first && value !== last,
  );
}

function sorted(trials: readonly Trial[]): Trial[] {
  return [...trials].sort((a, b) => a.value - b.value);
}
