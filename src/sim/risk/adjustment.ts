/**
 * Says how the estimates of a policy move because its unit prices were solved on these very paths.
 * `slopes`: by metric, change of the metric (in its own unit) for each pound on the mean bill.
 * `gap`: by path, this policy's bill less the first policy's, in pence; its mean is near 0.
 */
export type Adjustment = {
  readonly slopes: Readonly<Record<string, number>>;
  readonly gap: Float64Array;
};

/**
 * Gives the factor by which the gap (pence) enters the influence of one metric, in that influence's unit.
 * `scale` is the number of influence units in one unit of the metric: 100 where pence stand for pounds, else 1.
 * 0 without an adjustment or where the metric has no slope.
 */
export function gapFactor(adjustment: Adjustment | undefined, metric: string, scale: number): number {
  const slope = adjustment?.slopes[metric] ?? 0;
  return (slope * scale) / 100;
}

/**
 * Takes the share of the solved price out of an influence, in place: influence − factor × gap.
 * A price solved on the sample is itself an estimate; to first order it adds this term (the delta method for
 * an estimated nuisance, Newey and McFadden 1994, doi:10.1016/S1573-4412(05)80005-4).
 */
export function subtractGap(
  influence: Float64Array,
  adjustment: Adjustment | undefined,
  factor: number,
): void {
  if (adjustment === undefined || factor === 0) return;
  const { gap } = adjustment;
  for (let path = 0; path < influence.length; path++) {
    influence[path] = influence[path]! - factor * gap[path]!;
  }
}

/** Writes factor × gap for each path: what the solved price takes off an influence. `into` has the gap's length. */
export function writeGap(adjustment: Adjustment, factor: number, into: Float64Array): void {
  for (let path = 0; path < into.length; path++) into[path] = factor * adjustment.gap[path]!;
}
