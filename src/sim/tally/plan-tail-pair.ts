import type { Estimator } from "../risk/metric.ts";
import { levelRank, orderStatistic } from "../risk/order-statistic.ts";
import { ascendingColumn } from "../risk/sample.ts";
import type { Pilot } from "./pilot.ts";
import type { TailPairSpec } from "./tally-plan.ts";

/** Thresholds lie so many standard errors of the pilot's rank from the value at risk. */
const offsets = [-3, -2, -1, 0, 1, 2, 3];

/** Plans the sums of two tails, of a policy and of the first, at thresholds near which the values at risk will lie. */
export function planTailPair(
  { column, side, percent }: Extract<Estimator, { kind: "shortfall" }>,
  pilot: Pilot,
  policy: number,
): TailPairSpec {
  const { paths } = pilot;
  const error = Math.sqrt((paths * percent * (100 - percent)) / 10_000);
  const [own, first] = [policy, 0].map((p) => ascendingColumn(pilot.samples[p]!, column));
  return {
    kind: "tailPair",
    places: [pilot.placeOf(policy, column), pilot.placeOf(0, column)],
    sign: side === "loss" ? -1 : 1,
    factor: 100 / (100 - percent),
    thresholds: offsets.map((offset) => {
      const rank = levelRank(paths, percent) + Math.round(offset * error);
      return [orderStatistic(own!, side, rank), orderStatistic(first!, side, rank)] as const;
    }),
  };
}
