import type { ClassesSpec, TailSpec } from "./tally-plan.ts";

/** A level of a column whose quantile is wanted, as a percent from below; `tail` where the mean beyond it is too. */
export type WantedLevel = { readonly percent: number; readonly tail: -1 | 0 | 1 };

/** The classes of a column, and the outermost ones round each level that is paired. */
export type PlannedClasses = {
  readonly spec: ClassesSpec;
  readonly tails: readonly TailSpec[];
  readonly around: ReadonlyMap<number, { readonly first: number; readonly last: number }>;
};

/** Where bounds for pairs lie round a level, in shares of a window's reach: closest where the quantile is likeliest. */
const aside = [0.025, 0.05, 0.075, 0.1, 0.13, 0.16, 0.2, 0.25, 0.32, 0.4, 0.5, 0.625];
const pairedShares = [...aside.map((share) => 0 - share).reverse(), 0, ...aside];
/** Where no more different numbers than these lie between the farthest, each is a bound. */
const mostDifferent = 31;

type Window = { low: number; high: number };

/**
 * Plans the classes of one column. Its windows hold the wanted quantiles of the whole sample and the order statistics of
 * their intervals, unless the pilot's ranks err by more than `reach` of their standard errors; finer bounds round each
 * level tell afterwards which paths lie below the quantile of the whole sample. `ascending` is the pilot's column,
 * sorted; `kept` the number of windows before.
 */
export function planClasses(
  place: number,
  wanted: readonly WantedLevel[],
  ascending: Float64Array,
  reach: number,
  kept: number,
): PlannedClasses {
  const count = ascending.length;
  const at = (rank: number) =>
    rank < 1 ? Number.NEGATIVE_INFINITY : rank > count ? Number.POSITIVE_INFINITY : ascending[rank - 1]!;
  const errorOf = (percent: number) => Math.sqrt((count * percent * (100 - percent)) / 10_000);
  const windowOf = ({ percent }: WantedLevel): Window => {
    const [centre, width] = [(count * percent) / 100, reach * errorOf(percent)];
    return { low: at(Math.floor(centre - width)), high: at(Math.ceil(centre + width) + 1) };
  };
  const pairedOf = ({ percent }: WantedLevel) => {
    const ranks = pairedShares.map((share) =>
      Math.ceil((count * percent) / 100 + share * reach * errorOf(percent)),
    );
    const kept = ranks.map((rank) => Math.min(count, Math.max(1, rank)));
    const different = new Set(ascending.subarray(kept[0]! - 1, kept.at(-1)));
    return different.size <= mostDifferent ? [...different] : kept.map(at);
  };

  const windows = mergedWindows(wanted.map(windowOf));
  const edges = windows.flatMap(({ low, high }) => {
    const inside = new Set(ascending.subarray(firstAtLeast(ascending, low), firstAtLeast(ascending, high)));
    // What equals a bound is counted at less cost than what is kept.
    return [low, high, ...(inside.size <= mostDifferent ? inside : [])];
  });
  const finite = [...edges, ...wanted.flatMap(pairedOf)].filter(Number.isFinite);
  const bounds = Float64Array.from(new Set(finite)).sort();
  const classOf = (bound: number) => 2 * bounds.indexOf(bound) + 1;
  return {
    spec: {
      kind: "classes",
      places: [place],
      bounds,
      windows: windows.map(({ low, high }, w) => ({
        from: Number.isFinite(low) ? classOf(low) : 0,
        to: Number.isFinite(high) ? classOf(high) : 2 * bounds.length,
        kept: kept + w,
      })),
    },
    tails: wanted.flatMap((level): TailSpec[] => {
      const { tail: sign } = level;
      if (sign === 0) return [];
      const own = windowOf(level);
      const { low, high } = windows.find((each) => each.low <= own.low && own.high <= each.high)!;
      const edge = sign < 0 ? low : high;
      // Beyond an edge without end there is nothing.
      return Number.isFinite(edge) ? [{ kind: "tail", places: [place], sign, edge }] : [];
    }),
    around: new Map(
      wanted.map((level) => {
        const paired = pairedOf(level);
        return [level.percent, { first: classOf(paired[0]!) - 1, last: classOf(paired.at(-1)!) + 1 }];
      }),
    ),
  };
}

/** The first place whose number is not below the given one; the numbers ascend. */
function firstAtLeast(numbers: Float64Array, limit: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (numbers[middle]! >= limit) to = middle;
    else from = middle + 1;
  }
  return from;
}

function mergedWindows(windows: readonly Window[]): Window[] {
  const ascending = [...windows].sort((a, b) => (a.low === b.low ? 0 : a.low - b.low));
  const merged: Window[] = [];
  for (const { low, high } of ascending) {
    const last = merged.at(-1);
    if (last === undefined || low > last.high) merged.push({ low, high });
    else last.high = Math.max(last.high, high);
  }
  return merged;
}
