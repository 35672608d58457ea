import { bonettPrice } from "../risk/bonett-price.ts";
import { extraVarianceOfDifference } from "../risk/deviation.ts";
import { type Estimate, estimated, exactly, noEstimate } from "../risk/estimate.ts";
import { type Difference, smoothDifference } from "../risk/measure-difference.ts";
import { type Estimator, type Metric, scaleOf } from "../risk/metric.ts";
import { metrics, metricsOf } from "../risk/metrics.ts";
import { betterFromCounts } from "../risk/probability-better.ts";
import { type Quantile, quantileOf } from "../risk/quantile.ts";
import { spreadAtJointRanks } from "../risk/quantile-difference.ts";
import { correlationOfBelow } from "./joint-below.ts";
import { hitsOf } from "./measure-tallied-policy.ts";
import { pairMoments } from "./pair-moments.ts";
import type { CurvedEstimator } from "./plan-influence.ts";
import { meanColumnOf, percentFromBelow } from "./plan-tally.ts";
import { tailPairSums } from "./tail-pair.ts";
import { momentsFrom } from "./tallied-moments.ts";
import type { JointSpec, TailPairSpec } from "./tally-plan.ts";
import type { TallyReader } from "./tally-reader.ts";

/** Measures the difference of a policy from the first, from a tally: the same measures as from the columns of both. */
export function measureTalliedDifference(reader: TallyReader, policy: number): Difference {
  const better = (name: string, betterIs: "higher" | "lower") => {
    const [higher, lower] = reader.sums(`better ${policy} ${name}`) as unknown as [number, number];
    return betterFromCounts(higher, lower, reader.paths, betterIs);
  };
  const known = new Set(metricsOf(reader.pilot.samples[policy]!));
  return {
    metrics: Object.fromEntries(
      metrics
        .filter((metric) => known.has(metric))
        .map((metric) => [metric.id, compare(metric, reader, policy)]),
    ),
    probabilityBetter: { margin: better("margin", "higher"), payment: better("payment", "lower") },
  };
}

function compare(metric: Metric, reader: TallyReader, policy: number): Estimate {
  const { estimator, unit } = metric;
  const { paths, pilot } = reader;
  const place = (name: string) => pilot.placeOf(policy, name);
  const first = (name: string) => pilot.placeOf(0, name);
  switch (estimator.kind) {
    case "breakEven": {
      const one = pilot.samples[policy]!.context.breakEvenReferralsPerMonth;
      const other = pilot.samples[0]!.context.breakEvenReferralsPerMonth;
      return one === null || other === null ? noEstimate(unit) : exactly(one - other, unit);
    }
    case "chance": {
      const [one, other] = [hitsOf(reader, estimator, place), hitsOf(reader, estimator, first)];
      if (one === undefined || other === undefined) return noEstimate(unit);
      const [only, onlyFirst] = reader.sums(`chancePair ${policy} ${metric.id}`) as unknown as [
        number,
        number,
      ];
      return estimated((one - other) / paths, bonettPrice(only, onlyFirst, paths), unit, {
        least: -1,
        most: 1,
      });
    }
    case "quantile":
      return compareQuantiles(metric, estimator, reader, policy);
    case "mean":
    case "meanLoss": {
      const name = meanColumnOf(estimator);
      const [a, b] = [place(name), first(name)];
      const [sum, squares, cubes] = reader.sums(`difference ${a} ${b}`) as unknown as [
        number,
        number,
        number,
      ];
      const moments = momentsFrom(paths, 0, sum, squares, cubes);
      const [one, other] = [reader.moments(a).mean, reader.moments(b).mean];
      return smoothDifference(metric, estimator, one, other, moments, 0);
    }
    case "shortfall":
      return compareShortfalls(metric, estimator, reader, policy);
    default:
      return compareCurved(metric, estimator, reader, policy);
  }
}

/** At the pair of thresholds nearest both values at risk; what is left between is corrected to first order. */
function compareShortfalls(
  metric: Metric,
  estimator: Extract<Estimator, { kind: "shortfall" }>,
  reader: TallyReader,
  policy: number,
): Estimate {
  const { task, sums } = reader.task(`tailPair ${policy} ${metric.id}`)!;
  const { thresholds, factor } = task as TailPairSpec;
  const atRisk = [reader.atRisk(policy, estimator), reader.atRisk(0, estimator)] as const;
  const distance = (pair: readonly [number, number], side: 0 | 1) => {
    const range = Math.abs(thresholds.at(-1)![side] - thresholds[0]![side]);
    return range === 0 ? 0 : Math.abs(pair[side] - atRisk[side]) / range;
  };
  const far = thresholds.map((pair) => distance(pair, 0) + distance(pair, 1));
  const nearest = far.indexOf(Math.min(...far));
  const at = sums.subarray(nearest * tailPairSums, (nearest + 1) * tailPairSums);
  const sideOf = (side: 0 | 1) => ({
    sums: at.subarray(5 * side, 5 * side + 5),
    constants: { a: 1, c: factor * (atRisk[side] - thresholds[nearest]![side]) },
  });
  const moments = pairMoments(reader.paths, at.subarray(10), sideOf(0), sideOf(1));
  const [one, other] = [reader.shortfall(policy, estimator), reader.shortfall(0, estimator)];
  return smoothDifference(metric, estimator, one, other, moments, 0);
}

function compareCurved(
  metric: Metric,
  estimator: CurvedEstimator,
  reader: TallyReader,
  policy: number,
): Estimate {
  const { paths } = reader;
  const one = reader.value(policy, metric, estimator);
  const other = reader.value(0, metric, estimator);
  if (one === null || other === null) return noEstimate(metric.unit);
  const [side, firstSide] = [reader.side(policy, metric, estimator), reader.side(0, metric, estimator)];
  const pair = reader.sums(`influencePair ${policy} ${metric.id}`);
  const moments = pairMoments(paths, pair, side, firstSide);
  let missed = 0;
  if (estimator.kind === "deviation" && paths > 1) {
    const means = (side.sums[1]! / paths) * (firstSide.sums[1]! / paths);
    const shared = ((pair[7]! / paths - means) * paths) / (paths - 1);
    missed = extraVarianceOfDifference(paths, one * one, other * other, shared);
  }
  return smoothDifference(metric, estimator, one, other, moments, missed);
}

function compareQuantiles(metric: Metric, quantile: Quantile, reader: TallyReader, policy: number): Estimate {
  const { column } = quantile;
  const percent = percentFromBelow(quantile);
  const [a, b] = [reader.pilot.placeOf(policy, column), reader.pilot.placeOf(0, column)];
  const { task, sums } = reader.task(`joint ${a} ${b} ${percent}`)!;
  const orders = [reader.order(a), reader.order(b)] as const;
  const value = quantileOf(quantile, orders[0]) - quantileOf(quantile, orders[1]);
  const areSame = sums.at(-1) === 0;
  const correlation = () =>
    correlationOfBelow(task as JointSpec, sums, [reader.classes(a), reader.classes(b)], percent / 100);
  const spread = areSame
    ? { se: 0, low: value, high: value }
    : spreadAtJointRanks(quantile, correlation(), ...orders);
  return estimated(value, spread, metric.unit, { scale: scaleOf(metric) });
}
