import { logarithm } from "../sim/special/logarithm.ts";
import type { SpreadLaw } from "./contract-spread.ts";
import { maximumOf } from "./maximum.ts";
import type { Curve, MonthCounts } from "./month-counts.ts";
import { openVolumeLikelihood } from "./volume-likelihood.ts";

/** The parameters of volume: the logarithm of the typical ratio, the contracts' spread, and the variance of months. */
export type VolumePoint = {
  readonly logRatio: number;
  readonly spread: number;
  readonly monthlyVariance: number;
};

/** What may differ from chance alone in a fit. */
export type VolumeModel = { readonly law: SpreadLaw; readonly monthly: boolean };

/** Most that contracts' sd of log, and the sd of a month's factor, are searched to. */
export const mostSpread = 4;
export const mostMonthlySd = 3;

const near = 0.1;

/**
 * What is judged: the likelihood itself, or with Cox and Reid's adjustment for the ratio, which keeps spreads from
 * coming out too small with few contracts or months (JRSS B 49 (1987) 1-39; for normal numbers it is REML).
 */
export type Judged = "plain" | "adjusted";

/** Opens the search for the best ratio at given spreads, each starting where the last ended. */
export function openRatioSearch(contracts: readonly MonthCounts[], law: SpreadLaw) {
  let logRatio = startingRatio(contracts);
  return (spread: number, monthlyVariance: number): { logRatio: number; curve: Curve } => {
    const likelihood = openVolumeLikelihood(contracts, law, spread, monthlyVariance);
    let curve = likelihood(logRatio);
    for (let i = 0; i < 50; i++) {
      const move = curve.bend < 0 ? -curve.slope / curve.bend : curve.slope > 0 ? 0.5 : -0.5;
      const bounded = Math.max(-1, Math.min(1, move));
      logRatio += bounded;
      curve = likelihood(logRatio);
      if (bounded < 1e-4 && bounded > -1e-4) break;
    }
    return { logRatio, curve };
  };
}

/** Finds where the likelihood of a model is highest. */
export function volumePeak(
  contracts: readonly MonthCounts[],
  { law, monthly }: VolumeModel,
  judged: Judged,
): VolumePoint & { readonly value: number } {
  const search = openRatioSearch(contracts, law);
  const value = (spread: number, sd: number) => judgedValue(search(spread, sd * sd).curve, judged);
  let [spread, sd] = [law === "none" ? 0 : 0.3, monthly ? 0.3 : 0];
  // The two hardly depend on each other, so that few rounds of one after the other suffice.
  for (let round = 0; round < 4; round++) {
    const before = [spread, sd];
    if (monthly) sd = peakNear((x) => value(spread, x), sd, mostMonthlySd, round);
    if (law !== "none") spread = peakNear((x) => value(x, sd), spread, mostSpread, round);
    if (round === 0) continue;
    if (law === "none" || !monthly) break;
    if (Math.abs(spread - before[0]!) < 3e-3 && Math.abs(sd - before[1]!) < 3e-3) break;
  }
  const { logRatio, curve } = search(spread, sd * sd);
  return { logRatio, spread, monthlyVariance: sd * sd, value: judgedValue(curve, judged) };
}

/** The peak on the whole range first and roughly, then nearby and to where no digit that is shown can change. */
function peakNear(of: (x: number) => number, at: number, most: number, round: number): number {
  if (round === 0) return maximumOf(of, 0, most, 0.02).at;
  const [low, high] = [Math.max(0, at - near), Math.min(most, at + near)];
  const found = maximumOf(of, low, high, 5e-4).at;
  const isAtEnd = (found === low && low > 0) || (found === high && high < most);
  return isAtEnd ? maximumOf(of, 0, most, 5e-4).at : found;
}

/** The value of a likelihood at its best ratio, adjusted or plain. */
export function judgedValue({ value, bend }: Curve, judged: Judged): number {
  return judged === "plain" ? value : value - 0.5 * logarithm(Math.max(-bend, 1e-300));
}

function startingRatio(contracts: readonly MonthCounts[]): number {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0);
  const people = sum(contracts.map(({ counts }) => sum(counts)));
  return logarithm((people + 0.5) / sum(contracts.map(({ means }) => sum(means))));
}
