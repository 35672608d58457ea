import type { Adjustment } from "../risk/adjustment.ts";
import { averageOf } from "../risk/average.ts";
import { type Estimate, estimated } from "../risk/estimate.ts";
import { leastOf } from "../risk/least-of.ts";
import type { LedgerColumns } from "../risk/ledger-columns.ts";
import type { Metric } from "../risk/metric.ts";
import { metricsOf } from "../risk/metrics.ts";
import { pointEstimates } from "../risk/point-estimates.ts";
import { betterFromCounts, type ProbabilityBetter } from "../risk/probability-better.ts";
import type { RiskContext } from "../risk/risk-context.ts";
import { isNeverNegative, sampleOf } from "../risk/sample.ts";
import { replicateSpread } from "./replicate-spread.ts";
import { openReplicateView } from "./replicate-views.ts";
import { replicates } from "./replicates.ts";

/** What a policy's measures come to on one scrambling, less what its solved prices take off them. */
export type ReplicateEstimates = Readonly<Record<string, number | null>>;

/** One policy whose measures are taken on each scrambling apart. */
export type ReplicatedPolicy = {
  readonly ledger: LedgerColumns;
  readonly context: RiskContext;
  readonly adjustment: Adjustment | undefined;
};

/** Measures policies on each scrambling: `[policy][scrambling]`. */
export function estimatesByReplicate(policies: readonly ReplicatedPolicy[]): ReplicateEstimates[][] {
  const all = policies.map((): ReplicateEstimates[] => []);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const view = openReplicateView(replicate);
    for (const [p, { ledger, context, adjustment }] of policies.entries()) {
      const { ascending: _, paths, ...known } = context;
      const values = pointEstimates(view.ledger(ledger), { ...known, paths: paths / replicates });
      if (adjustment !== undefined) {
        const gap = averageOf(view.column(adjustment.gap)) / 100;
        for (const [metric, slope] of Object.entries(adjustment.slopes))
          if (values[metric] != null) values[metric] = values[metric] - slope * gap;
      }
      all[p]!.push(values);
    }
  }
  return all;
}

/**
 * Puts intervals from scramblings in the place of those for random futures. What the scramblings do not differ in, and
 * chances of which one of them sees nothing or nothing else, keep theirs: for those it is too wide if it errs.
 */
export function withReplicateSpreads(
  measured: Readonly<Record<string, Estimate>>,
  { ledger, context }: ReplicatedPolicy,
  estimates: readonly ReplicateEstimates[],
): Record<string, Estimate> {
  const sample = sampleOf(ledger, context);
  return spreadOut(measured, metricsOf(sample), (metric) => {
    const { estimator } = metric;
    const values = estimates.map((of) => of[metric.id]);
    if (isRare(metric, values)) return undefined;
    if (estimator.kind === "breakEven") return undefined;
    const least =
      estimator.kind === "chance" ? 0 : leastOf(estimator, (name) => isNeverNegative(sample, name));
    return { values, least, most: mostOf(metric) };
  });
}

/** The same of differences: each scrambling's estimate under `a` less that under `b`. */
export function withReplicateDifferences(
  measured: Readonly<Record<string, Estimate>>,
  { ledger, context }: ReplicatedPolicy,
  a: readonly ReplicateEstimates[],
  b: readonly ReplicateEstimates[],
): Record<string, Estimate> {
  return spreadOut(measured, metricsOf(sampleOf(ledger, context)), (metric) => {
    const one: Values = a.map((of) => of[metric.id]);
    const other: Values = b.map((of) => of[metric.id]);
    if (metric.estimator.kind === "breakEven") return undefined;
    if (isRare(metric, one) || isRare(metric, other)) return undefined;
    const values = one.map((value, r) => (value == null || other[r] == null ? null : value - other[r]!));
    const most = mostOf(metric);
    return { values, least: 0 - most, most };
  });
}

type Values = readonly (number | null | undefined)[];

function spreadOut(
  measured: Readonly<Record<string, Estimate>>,
  metrics: readonly Metric[],
  of: (metric: Metric) => { values: Values; least: number; most: number } | undefined,
): Record<string, Estimate> {
  const spread: Record<string, Estimate> = { ...measured };
  for (const metric of metrics) {
    const estimate = measured[metric.id];
    const found = estimate && of(metric);
    if (found === undefined || estimate?.value == null || estimate.se === 0) continue;
    const { values, least, most } = found;
    if (values.some((value) => value == null)) continue;
    const own = replicateSpread(estimate.value, values as number[]);
    if (own !== undefined) spread[metric.id] = estimated(estimate.value, own, estimate.unit, { least, most });
  }
  return spread;
}

function isRare({ estimator }: Metric, values: Values): boolean {
  return estimator.kind === "chance" && values.some((value) => value === 0 || value === 1);
}

function mostOf({ estimator }: Metric): number {
  if (estimator.kind === "chance") return 1;
  return estimator.kind === "ratio" ? (estimator.most ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
}

/** The interval of who does better, from each scrambling's share; rare or certain, it stays that of random futures. */
export function betterByReplicate(
  pooled: ProbabilityBetter,
  first: Float64Array,
  second: Float64Array,
  betterIs: "higher" | "lower",
): ProbabilityBetter {
  const shares: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const { column } = openReplicateView(replicate);
    const [a, b] = [column(first), column(second)];
    let [higher, lower] = [0, 0];
    for (let path = 0; path < a.length; path++) {
      if (a[path]! > b[path]!) higher++;
      else if (a[path]! < b[path]!) lower++;
    }
    shares.push(betterFromCounts(higher, lower, a.length, betterIs).better);
  }
  const spread = shares.some((share) => share === 0 || share === 1)
    ? undefined
    : replicateSpread(pooled.better, shares);
  if (spread === undefined) return pooled;
  return { ...pooled, low: Math.max(0, spread.low), high: Math.min(1, spread.high) };
}
