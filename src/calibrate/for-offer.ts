import { toDistribution } from "../sim/distribution-schema.ts";
import { meanOf, quantileFunction } from "../sim/random/distribution.ts";
import type { Calibration } from "./calibrate.ts";
import { ratioLaw } from "./ratio-law.ts";

/** What a history says in the figures of a provider's offer: people of 100, under the names that an offer's file has. */
export type ForOffer = {
  readonly referrals: {
    readonly lowPer100: number;
    readonly likelyPer100: number;
    readonly highPer100: number;
  };
  readonly delivery: {
    readonly startsPer100?: number;
    /** Of 100 people who start, by stage; stages that could not be fitted are left out, and those that follow them. */
    readonly outcomesPer100: Readonly<Record<string, number>>;
  };
  /** Referrals of 100 on average under the fit. */
  readonly meanPer100: number;
  /** Was the upper end lowered, as the fit is too wide for any `likelyPer100` to have its mean? */
  readonly isLowered: boolean;
};

/** One contract in so many gets fewer than `lowPer100`, and one more than `highPer100`. */
export const oneInOfEnds = 100;

/** An offer may say no more than this. */
const mostPer100 = 1000;

/**
 * Turns a fit into the figures of an offer.
 *
 * An offer draws referrals from a PERT law, whose mean is (low + 4 × likely + high) ÷ 6. Its ends are quantiles of the fit,
 * and `likelyPer100` is such that the mean is the fit's. Where the fit is so wide that none does it, the upper end is lowered.
 */
export function forOffer(calibration: Calibration): ForOffer {
  const law = toDistribution(ratioLaw(calibration));
  const quantile = quantileFunction(law);
  const mean = 100 * meanOf(law);
  const low = Math.min(mostPer100, Math.round(100 * quantile(1 / oneInOfEnds)));
  const far = 100 * quantile(1 - 1 / oneInOfEnds);
  const most = Math.min(6 * mean - 5 * low, mostPer100);
  const high = Math.max(low, Math.round(Math.min(far, most)));
  const likely = Math.min(high, Math.max(low, Math.round((6 * mean - low - high) / 4)));
  const { starts } = calibration;
  return {
    referrals: { lowPer100: low, likelyPer100: likely, highPer100: high },
    delivery: {
      ...(starts && { startsPer100: per100(starts.beta.mean) }),
      outcomesPer100: outcomesPer100(calibration),
    },
    meanPer100: Math.round(mean),
    isLowered: far > most,
  };
}

/** Stages follow each other, and an offer counts each of those who start. */
function outcomesPer100({ stages }: Calibration): Record<string, number> {
  const shares = new Map([["starts", 1]]);
  for (const { stage, fit } of stages) {
    const before = shares.get(stage.of);
    if (before !== undefined && fit !== undefined) shares.set(stage.id, before * fit.beta.mean);
  }
  shares.delete("starts");
  return Object.fromEntries([...shares].map(([id, share]) => [id, per100(share)]));
}

function per100(share: number): number {
  return Math.round(share * 1000) / 10;
}
