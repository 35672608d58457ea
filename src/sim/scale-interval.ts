import type { BasisGap } from "./basis-gap.ts";
import { replicateSpread } from "./quasi/replicate-spread.ts";
import { replicateMeans } from "./quasi/replicate-views.ts";
import type { Spread } from "./risk/estimate.ts";
import { influenceInterval } from "./risk/influence-interval.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";
import { momentsOf } from "./risk/moments.ts";
import type { Sampling } from "./sampling.ts";

/** A scale at which a policy was settled, and how far it misses what it was solved for. */
export type SettledScale = { readonly scale: number; readonly miss: number; readonly ledger: LedgerColumns };

/** Two settled scales between which the slope of the gap is told. */
export type SlopePair = readonly [SettledScale, SettledScale];

/** Standard errors of the mean gap by which two scales on either side of a solution are set off from it. */
const farErrors = 2.5;

/** Two scales on either side of a solution where the mean gap differs from it by more than chance among paths. */
export function farApart(gap: BasisGap, best: SettledScale, other: SettledScale): [number, number] {
  const slope = (other.miss - best.miss) / (other.scale - best.scale);
  const { variance, count } = momentsOf(gap.of(best.ledger));
  const reach = slope > 0 ? (farErrors * Math.sqrt(variance / count)) / slope : 0.1 * best.scale;
  const held = Math.min(Math.max(reach, 0.005 * best.scale), 0.3 * best.scale);
  return [best.scale - held, best.scale + held];
}

/**
 * How each path moves a scale that was solved on the sample: its gap over the slope of the gap, turned. Undefined
 * where the gap does not move with the scale, so that it says nothing of the scale.
 *
 * First order: the delta method for a root of a mean of paths (an M-estimator; Huber 1964, doi:10.1214/aoms/1177703732).
 */
export function scaleInfluence(
  gap: BasisGap,
  best: SettledScale,
  pair: SlopePair | undefined,
): Float64Array | undefined {
  const slope = pair === undefined ? 0 : (pair[1].miss - pair[0].miss) / (pair[1].scale - pair[0].scale);
  return slope === 0 ? undefined : gap.of(best.ledger).map((each) => (best.miss - each) / slope);
}

/**
 * The interval of a scale from how each path moves it; of no width where the scale is not solved on the sample. Of
 * quasi-random futures it is the scramblings that move it.
 */
export function scaleInterval(
  scale: number,
  influence: Float64Array | undefined,
  sampling: Sampling = "random",
): Spread {
  if (influence !== undefined && sampling === "quasi") {
    const spread = replicateSpread(
      scale,
      replicateMeans(influence).map((move) => scale + move),
    );
    return spread === undefined
      ? { se: 0, low: scale, high: scale }
      : { ...spread, low: Math.max(0, spread.low) };
  }
  const known = influence && influenceInterval(scale, momentsOf(influence), influence.length - 1);
  if (known === undefined || known === null) return { se: 0, low: scale, high: scale };
  return { ...known, low: Math.max(0, known.low) };
}
