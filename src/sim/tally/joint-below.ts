import { type FilledClasses, windowMissed } from "./kept-order.ts";
import type { JointSpec } from "./tally-plan.ts";

/** How far each class round a quantile lies below it: 1 below, 0 above, and a share of the class that holds it. */
type Below = {
  readonly holder: number;
  readonly share: number;
  readonly isOpen: boolean;
  readonly count: number;
};

/**
 * Gives the correlation of lying below the quantiles of two columns at one level, from the counts of pairs of classes.
 * An atom on the quantile counts as the share that brings the mean to the level, which is exact; so does a class between
 * two bounds, of which it is not known which paths are low in both columns.
 */
export function correlationOfBelow(
  { first, last }: JointSpec,
  joint: Float64Array,
  columns: readonly [FilledClasses, FilledClasses],
  level: number,
): number {
  const count = columns[0].counts.reduce((a, b) => a + b, 0);
  const [a, b] = columns.map(({ counts }, k) => belowOf(counts, first[k]!, last[k]!, count * level)) as [
    Below,
    Below,
  ];
  const width = last[1] - first[1] + 1;
  let product = 0;
  for (let row = 0; row <= a.holder; row++)
    for (let place = 0; place <= b.holder; place++) {
      const [ofA, ofB] = [row < a.holder ? 1 : a.share, place < b.holder ? 1 : b.share];
      const held = joint[row * width + place]!;
      const bothOpen = row === a.holder && a.isOpen && place === b.holder && b.isOpen;
      // The more of both classes they share, the more are the same paths low in both.
      const alike = bothOpen && held > 0 ? held / Math.max(a.count, b.count) : 0;
      product += held * (alike * Math.min(ofA, ofB) + (1 - alike) * ofA * ofB);
    }
  const covariance = ((product / count - level * level) * count) / (count - 1);
  return covariance / (level * (1 - level));
}

/** Finds the class in which the counts reach `rank`, among those from `first` to `last`. */
function belowOf(counts: Float64Array, first: number, last: number, rank: number): Below {
  let below = 0;
  for (let each = 0; each <= first; each++) below += counts[each]!;
  if (below >= rank) throw windowMissed;
  for (let each = first + 1; each < last; each++) {
    const own = counts[each]!;
    if (below + own >= rank)
      return { holder: each - first, share: (rank - below) / own, isOpen: each % 2 === 0, count: own };
    below += own;
  }
  throw windowMissed;
}
