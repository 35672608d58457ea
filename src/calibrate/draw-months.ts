import { quantileFunction } from "../sim/random/distribution.ts";
import { poissonQuantile } from "../sim/random/poisson-quantile.ts";

/** Opens the drawing of month counts: Poisson with the mean times a gamma factor of mean 1 and this variance. */
export function openMonthDraws(
  monthlyVariance: number,
  next: () => number,
): (means: readonly number[]) => number[] {
  const factor =
    monthlyVariance < 1e-6
      ? () => 1
      : quantileFunction({ kind: "gamma", mean: 1, shape: 1 / monthlyVariance });
  return (means) => means.map((mean) => poissonQuantile(mean * factor(next()), next()));
}
