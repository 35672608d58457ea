import type { Calibration } from "./calibrate.ts";
import { rounded } from "./rounded.ts";

/** A wider spread of the logarithm would be drawn past what a factor of volume may be. */
export const widestLogSpread = 2.5;

/** The law that the next contract's ratio is drawn from, as files spell it. */
export type RatioLaw =
  | { readonly gamma: { readonly mean: number; readonly shape: number } }
  | { readonly lognormal: { readonly mean: number; readonly sdlog: number } }
  | { readonly lognormal: { readonly median: number; readonly sdlog: number } };

/**
 * The ratio as it is drawn: how contracts differ, and how far the ratio is not known.
 *
 * One contract's ratio is right on average (about its referrals over those indicated), so that it is the law's mean.
 * Of several contracts the ratio is that of a typical one: the median, or the mean of a gamma law.
 */
export function ratioLaw({ volume, contracts }: Pick<Calibration, "volume" | "contracts">): RatioLaw {
  const { ratio, law } = volume;
  const variance = Math.min(logVariance(volume), widestLogSpread * widestLogSpread);
  const sdlog = rounded(Math.sqrt(variance));
  if (law === "gamma") return { gamma: { mean: rounded(ratio.value), shape: rounded(1 / variance) } };
  return contracts === 1
    ? { lognormal: { mean: rounded(ratio.value), sdlog } }
    : { lognormal: { median: rounded(ratio.value), sdlog } };
}

/** The variance of the logarithm of the ratio that is drawn, before it is cut to the widest. */
export function logVariance({ spread, ratioError }: Calibration["volume"]): number {
  const own = spread?.value ?? 0;
  return own * own + ratioError * ratioError;
}
