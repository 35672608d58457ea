import { exponential } from "../sim/special/exponential.ts";
import { studentQuantile } from "../sim/special/student-quantile.ts";
import type { SpreadLaw } from "./contract-spread.ts";
import { crossing } from "./crossing.ts";
import type { Interval } from "./interval.ts";
import { type MonthCounts, toldMonths } from "./month-counts.ts";
import { openVolumeLikelihood } from "./volume-likelihood.ts";
import {
  judgedValue,
  mostMonthlySd,
  mostSpread,
  openRatioSearch,
  type VolumePoint,
  volumePeak,
} from "./volume-peak.ts";

/** What a history says of volume. */
export type VolumeFit = {
  /** Actual over indicative referrals of a typical contract: the median, or the mean under a gamma law. */
  readonly ratio: Interval;
  /** How far the logarithm of the ratio is not known: its standard error. */
  readonly ratioError: number;
  /** The law by which contracts differ, `none` where there is one contract only. */
  readonly law: SpreadLaw;
  /** Sd of log of contracts' ratios (lognormal), or their coefficient of variation (gamma). */
  readonly spread?: Interval;
  /** Standard deviation of a month's own factor of mean 1. */
  readonly monthlySd: Interval;
};

/** Half the 95 % point of the chi-squared law with one degree of freedom. */
const halfChiSquared = 1.9207294103470636;

/**
 * Fits the volume ratio, how contracts differ and how months swing.
 *
 * Spreads are at the peak of the adjusted likelihood, with the likelihood's 95 % interval. The ratio's interval is the
 * likelihood's at these spreads, with Student's t for the few contracts (or months of one contract) that tell of it:
 * for normal numbers it is exact.
 */
export function fitVolume(contracts: readonly MonthCounts[], law: SpreadLaw): VolumeFit {
  const peak = volumePeak(contracts, { law, monthly: true }, "adjusted");
  const isOne = contracts.length === 1;
  const months = contracts.reduce((sum, contract) => sum + toldMonths(contract), 0);
  const t = studentQuantile(Math.max(1, (isOne ? months : contracts.length) - 1), 0.975);
  const { ratio, error } = ratioInterval(contracts, law, peak, t);
  const search = openRatioSearch(contracts, law);
  const spread = (value: number) => judgedValue(search(value, peak.monthlyVariance).curve, "adjusted");
  const sd = (value: number) => judgedValue(search(peak.spread, value * value).curve, "adjusted");
  return {
    ratio,
    ratioError: error,
    law,
    ...(law !== "none" && { spread: spreadInterval(spread, peak.spread, mostSpread) }),
    monthlySd: spreadInterval(sd, Math.sqrt(peak.monthlyVariance), mostMonthlySd),
  };
}

function ratioInterval(
  contracts: readonly MonthCounts[],
  law: SpreadLaw,
  { logRatio, spread, monthlyVariance }: VolumePoint,
  t: number,
): { ratio: Interval; error: number } {
  const likelihood = openVolumeLikelihood(contracts, law, spread, monthlyVariance);
  const top = likelihood(logRatio);
  const error = 1 / Math.sqrt(Math.max(-top.bend, 1e-12));
  const holds = (at: number) => 2 * (top.value - likelihood(at).value) <= t * t;
  const end = (direction: number) => {
    let far = logRatio + direction * t * error;
    for (let i = 0; i < 60 && holds(far); i++) far += direction * t * error;
    return exponential(crossing(holds, logRatio, far));
  };
  return { ratio: { value: exponential(logRatio), low: end(-1), high: end(1) }, error };
}

function spreadInterval(value: (spread: number) => number, peak: number, most: number): Interval {
  const least = value(peak) - halfChiSquared;
  const holds = (spread: number) => value(spread) >= least;
  return {
    value: peak,
    low: holds(0) ? 0 : crossing(holds, peak, 0, 3e-4),
    high: holds(most) ? most : crossing(holds, peak, most, 3e-4),
  };
}
