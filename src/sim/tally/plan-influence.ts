import { averageOf } from "../risk/average.ts";
import { deviationOf } from "../risk/deviation.ts";
import type { SmoothEstimator } from "../risk/metric.ts";
import { momentsOf } from "../risk/moments.ts";
import type { InfluenceParts } from "./influence-parts.ts";
import { additional, type Pilot } from "./pilot.ts";

/** A measure whose influence has two parts that constants weigh. */
export type CurvedEstimator = Extract<SmoothEstimator, { kind: "deviation" | "ratio" }>;

/** The columns of a measure's influence, and its parts with the pilot's constants. */
export type PlannedInfluence = { readonly columns: readonly string[]; readonly parts: InfluenceParts };

/** The name of the column that a ratio divides by; undefined where it does not exist. */
export function belowOf(
  { per, lessDeadweightOf }: Extract<CurvedEstimator, { kind: "ratio" }>,
  deadweightRate: number | undefined,
): string | undefined {
  if (lessDeadweightOf === undefined) return per;
  if (per !== "jobOutcomes" || lessDeadweightOf !== "starts")
    throw new Error(`ratio: unsupported denominator: ${per} less ${lessDeadweightOf}`);
  return deadweightRate === undefined ? undefined : additional;
}

/** A mean whose standard error is above this share of it gives constants that skewness must not rest on. */
const roughShare = 0.05;

/** Does a ratio divide by what the pilot holds too little of for its constants to serve? */
export function isRough(estimator: CurvedEstimator, pilot: Pilot, policy: number): boolean {
  if (estimator.kind !== "ratio") return false;
  const per = belowOf(estimator, pilot.samples[policy]!.context.deadweightRate);
  if (per === undefined) return false;
  const { mean, variance } = momentsOf(pilot.column(pilot.placeOf(policy, per)));
  return Math.sqrt(variance / pilot.paths) > roughShare * Math.abs(mean);
}

/** Plans the influence of a measure on one policy; undefined where the measure does not exist. */
export function planInfluence(
  estimator: CurvedEstimator,
  pilot: Pilot,
  policy: number,
): PlannedInfluence | undefined {
  const sample = pilot.samples[policy]!;
  const columnOf = (name: string) => pilot.column(pilot.placeOf(policy, name));
  const values = columnOf(estimator.column);
  switch (estimator.kind) {
    case "deviation": {
      const deviation = deviationOf(values);
      const factor = deviation > 0 ? 1 / (2 * deviation) : 1;
      return {
        columns: [estimator.column],
        parts: { kind: "square", centre: averageOf(values), factor },
      };
    }
    case "ratio": {
      const per = belowOf(estimator, sample.context.deadweightRate);
      if (per === undefined) return undefined;
      const [centre, perCentre] = [averageOf(values), averageOf(columnOf(per))];
      const exists = perCentre !== 0;
      return {
        columns: [estimator.column, per],
        parts: {
          kind: "ratio",
          centre,
          perCentre,
          ratio: exists ? centre / perCentre : 0,
          factor: exists ? 1 / perCentre : 1,
        },
      };
    }
  }
}
