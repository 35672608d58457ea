import { type ContractColumn, contractColumn } from "../ledger-columns.ts";
import { deviationExtraVarianceFrom } from "../risk/deviation.ts";
import { type Estimate, estimated, exactly, noEstimate } from "../risk/estimate.ts";
import { leastOf } from "../risk/least-of.ts";
import { chanceSpread, smoothEstimate } from "../risk/measure-policy.ts";
import { type Estimator, type Metric, scaleOf } from "../risk/metric.ts";
import { metricsOf } from "../risk/metrics.ts";
import { quantileOf, quantileSpread } from "../risk/quantile.ts";
import { contractMeasures, meanColumnOf } from "./plan-tally.ts";
import { influenceMoments, momentsFrom } from "./tallied-moments.ts";
import type { TallyReader } from "./tally-reader.ts";

/** Measures one policy from a tally: the same measures and intervals as from its columns. */
export function measureTalliedPolicy(reader: TallyReader, policy: number): Record<string, Estimate> {
  return Object.fromEntries(
    metricsOf(reader.pilot.samples[policy]!).map((metric) => [metric.id, measure(metric, reader, policy)]),
  );
}

/** Measures one of several contracts under one policy. */
export function measureTalliedContract(
  reader: TallyReader,
  policy: number,
  contract: number,
): Record<string, Estimate> {
  const placeOf = (name: string) =>
    reader.pilot.placeOf(policy, contractColumn(contract, name as ContractColumn));
  return Object.fromEntries(
    contractMeasures.map((metric) => [metric.id, measure(metric, reader, policy, placeOf)]),
  );
}

function measure(
  metric: Metric,
  reader: TallyReader,
  policy: number,
  placeOf = (name: string) => reader.pilot.placeOf(policy, name),
): Estimate {
  const { estimator, unit } = metric;
  const { context } = reader.pilot.samples[policy]!;
  const scale = scaleOf(metric);
  const isNeverNegative = (name: string) => reader.isNeverNegative(placeOf(name));
  switch (estimator.kind) {
    case "breakEven": {
      const exact = context.breakEvenReferralsPerMonth;
      return exact === null ? noEstimate(unit) : exactly(exact, unit);
    }
    case "chance": {
      const hits = hitsOf(reader, estimator, placeOf);
      if (hits === undefined) return noEstimate(unit);
      return estimated(hits / reader.paths, chanceSpread(hits, reader.paths), unit);
    }
    case "quantile": {
      const order = reader.order(placeOf(estimator.column));
      const spread = quantileSpread(estimator, order);
      return estimated(quantileOf(estimator, order), spread, unit, {
        scale,
        least: leastOf(estimator, isNeverNegative),
      });
    }
    case "mean":
    case "meanLoss": {
      const moments = reader.moments(placeOf(meanColumnOf(estimator)));
      return smoothEstimate(metric, estimator, moments.mean, moments, 0, leastOf(estimator, isNeverNegative));
    }
    case "shortfall": {
      // From the values that were kept, at the value at risk of the whole sample.
      const factor = 100 / (100 - estimator.percent);
      const { first, second, third } = reader.excess(policy, estimator);
      const [one, two] = [factor * first, factor * factor * second];
      const moments = momentsFrom(reader.paths, 0, one, two, factor * factor * factor * third);
      const value = reader.shortfall(policy, estimator);
      return smoothEstimate(metric, estimator, value, moments, 0, leastOf(estimator, isNeverNegative));
    }
    default: {
      const value = reader.value(policy, metric, estimator);
      if (value === null) return noEstimate(unit);
      const { sums, constants } = reader.side(policy, metric, estimator);
      const moments = influenceMoments(reader.paths, sums, constants);
      const missed =
        estimator.kind === "deviation" ? deviationExtraVarianceFrom(reader.paths, value * value) : 0;
      return smoothEstimate(metric, estimator, value, moments, missed, leastOf(estimator, isNeverNegative));
    }
  }
}

/** The number of paths on which an event happens; undefined where it does not exist. */
export function hitsOf(
  reader: TallyReader,
  { event, columns }: Extract<Estimator, { kind: "chance" }>,
  placeOf: (name: string) => number,
): number | undefined {
  return reader.task(`chance ${columns.map(placeOf)} ${event}`)?.sums[0];
}
