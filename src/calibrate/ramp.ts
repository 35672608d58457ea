import { quantileFunction } from "../sim/random/distribution.ts";
import { logarithm } from "../sim/special/logarithm.ts";
import { openNumbers } from "./luck-numbers.ts";
import type { MonthCounts } from "./month-counts.ts";
import { quickVariance } from "./quick-variance.ts";
import { simulatedRuns } from "./simulated-runs.ts";
import { splitCounts } from "./split-counts.ts";

/** A rise in a straight line from a share of the later level in the first month to all of it in the peak month. */
export type Ramp = { readonly firstShare: number; readonly peakMonth: number };

/** Whether referrals grow to a level, told from months that only swing. */
export type RampFit = {
  readonly found: boolean;
  readonly ramp: Ramp;
  /** The chance of a rise so clear where there is none. */
  readonly chance: number;
};

/** A contract needs so many months for a rise to be told from a few lean months. */
export const leastMonthsForRamp = 9;
const latestPeak = 12;
const firstShares = Array.from({ length: 20 }, (_, i) => 0.025 + i * 0.05);
const mostRuns = 499;
const asked = 0.05;

/**
 * Looks for a ramp over all contracts, each counted from its first month; undefined where months are too few to tell.
 *
 * Judged on how each contract's total splits over its months, so that contracts' own ratios do not matter. The chance
 * comes from simulated histories without a ramp whose months swing as much as these do, with a fixed seed.
 */
export function fitRamp(contracts: readonly MonthCounts[]): RampFit | undefined {
  const longest = Math.max(...contracts.map(({ means }) => means.length));
  if (longest < leastMonthsForRamp) return undefined;
  const peaks = Array.from({ length: Math.min(latestPeak, longest - 4) - 1 }, (_, i) => i + 2);
  const ramps = peaks.flatMap((peakMonth) => firstShares.map((firstShare) => ({ firstShare, peakMonth })));
  const gainOf = openGain(contracts, ramps);
  const best = gainOf(contracts.map(({ counts }) => counts));
  const ramp = ramps[best.place]!;
  const swung = quickVariance(contracts.map((contract) => underRamp(contract, ramp)));
  const next = openNumbers("calibrate", "ramp");
  const factor = swung < 1e-6 ? () => 1 : quantileFunction({ kind: "gamma", mean: 1, shape: 1 / swung });
  const runs = Math.min(mostRuns, simulatedRuns(contracts));
  let asClear = 0;
  for (let run = 0; run < runs; run++) {
    const drawn = contracts.map(({ counts, means }) =>
      splitCounts(
        counts.reduce((sum, count) => sum + count, 0),
        means.map((mean) => mean * factor(next())),
        next,
      ),
    );
    if (gainOf(drawn).gain >= best.gain) asClear++;
  }
  const chance = (asClear + 1) / (runs + 1);
  return { found: chance <= asked && best.gain > 0, ramp, chance };
}

/** What is expected of a month, counted from 1, as a share of the level after the ramp. */
export function rampShare({ firstShare, peakMonth }: Ramp, month: number): number {
  return month >= peakMonth ? 1 : firstShare + ((1 - firstShare) * (month - 1)) / (peakMonth - 1);
}

/** The contract with what its months' means are under a ramp. */
export function underRamp({ counts, means }: MonthCounts, ramp: Ramp): MonthCounts {
  return { counts, means: means.map((mean, i) => mean * rampShare(ramp, i + 1)) };
}

/** Opens the search for the ramp that gains most log-likelihood over none; what does not hang on counts is worked out once. */
function openGain(contracts: readonly MonthCounts[], ramps: readonly Ramp[]) {
  const sums = ramps.map((ramp) =>
    contracts.map((contract) => {
      const all = (numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0);
      return logarithm(all(underRamp(contract, ramp).means) / all(contract.means));
    }),
  );
  const shares = ramps.map((ramp) =>
    Array.from({ length: ramp.peakMonth - 1 }, (_, i) => logarithm(rampShare(ramp, i + 1))),
  );
  return (counts: readonly (readonly number[])[]): { gain: number; place: number } => {
    const byMonth = Array.from({ length: latestPeak }, (_, m) =>
      counts.reduce((sum, own) => sum + (own[m] ?? 0), 0),
    );
    const totals = counts.map((own) => own.reduce((sum, count) => sum + count, 0));
    let [gain, place] = [Number.NEGATIVE_INFINITY, 0];
    for (let r = 0; r < ramps.length; r++) {
      let value = 0;
      for (const [m, share] of shares[r]!.entries()) value += byMonth[m]! * share;
      for (const [c, total] of totals.entries()) value -= total * sums[r]![c]!;
      if (value > gain) [gain, place] = [value, r];
    }
    return { gain, place };
  };
}
