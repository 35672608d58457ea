import { incompleteBeta } from "../sim/special/incomplete-beta.ts";
import { upperGammaShare } from "../sim/special/incomplete-gamma.ts";
import { openMonthDraws } from "./draw-months.ts";
import { openNumbers } from "./luck-numbers.ts";
import { leastMonthlyVariance, type MonthCounts } from "./month-counts.ts";
import { quickVariance } from "./quick-variance.ts";
import { simulatedRuns } from "./simulated-runs.ts";

/** How well the fitted law of months fits, each as a chance under that law; small is bad. */
export type MonthFit = {
  /** Of so odd a spread of months over the law's range (Cramér and von Mises' distance, refitted in each run). */
  readonly shapeChance: number;
  /** The correlation of a month with the next, within contracts, and the chance of one so far above 0. */
  readonly correlation: number;
  readonly correlationChance: number;
  readonly runs: number;
};

/**
 * Holds months against the law fitted to them, by a parametric bootstrap with a fixed seed.
 *
 * Source: W. Stute and others, Bootstrap based goodness-of-fit-tests, Metrika 40 (1993) 243-256.
 */
export function monthFit(contracts: readonly MonthCounts[]): MonthFit | undefined {
  const told = contracts.filter(({ counts, means }) => means.length > 2 && counts.some((count) => count > 0));
  if (told.length === 0) return undefined;
  const seen = distances(told);
  const next = openNumbers("calibrate", "months");
  const draw = openMonthDraws(quickVariance(told), next);
  const runs = Math.min(499, simulatedRuns(told));
  let [odder, closer] = [0, 0];
  for (let run = 0; run < runs; run++) {
    const drawn = told.map(({ counts, means }) => ({ means, counts: draw(fitted(counts, means)) }));
    const { shape, correlation } = distances(drawn);
    if (shape >= seen.shape) odder++;
    if (correlation >= seen.correlation) closer++;
  }
  return {
    shapeChance: (odder + 1) / (runs + 1),
    correlation: seen.correlation,
    correlationChance: (closer + 1) / (runs + 1),
    runs,
  };
}

function distances(contracts: readonly MonthCounts[]): { shape: number; correlation: number } {
  const variance = quickVariance(contracts);
  const places: number[] = [];
  let [together, squares] = [0, 0];
  for (const { counts, means } of contracts) {
    const expected = fitted(counts, means);
    const residuals = counts.map((count, i) => {
      const mean = expected[i]!;
      if (mean === 0) return 0;
      // The middle of the step that the count is of the law's distribution function.
      places.push((share(count - 1, mean, variance) + share(count, mean, variance)) / 2);
      return (count - mean) / Math.sqrt(mean + variance * mean * mean);
    });
    for (const [i, residual] of residuals.entries()) {
      squares += residual * residual;
      if (i > 0) together += residual * residuals[i - 1]!;
    }
  }
  places.sort((a, b) => a - b);
  const shape = places.reduce((sum, place, i) => {
    const gap = place - (2 * i + 1) / (2 * places.length);
    return sum + gap * gap;
  }, 0);
  return { shape, correlation: squares === 0 ? 0 : together / squares };
}

function fitted(counts: readonly number[], means: readonly number[]): number[] {
  const ratio = counts.reduce((sum, x) => sum + x, 0) / means.reduce((sum, x) => sum + x, 0);
  return means.map((mean) => mean * ratio);
}

/** The distribution function of a month's count. */
function share(count: number, mean: number, variance: number): number {
  if (count < 0) return 0;
  if (variance < leastMonthlyVariance) return upperGammaShare(count + 1, mean);
  const size = 1 / variance;
  return incompleteBeta(size, count + 1, size / (size + mean));
}
