import { openInlineHost } from "../../../src/host/inline-host.ts";
import { type BasisResult, compare } from "../../../src/sim/compare.ts";
import { covarianceOf } from "../../../src/sim/risk/covariance.ts";
import type { Estimate } from "../../../src/sim/risk/estimate.ts";
import type { LedgerColumns } from "../../../src/sim/risk/ledger-columns.ts";
import type { Metric } from "../../../src/sim/risk/metric.ts";
import { metrics } from "../../../src/sim/risk/metrics.ts";
import { writeBelow } from "../../../src/sim/risk/quantile.ts";
import { spreadAtJointRanks } from "../../../src/sim/risk/quantile-difference.ts";
import { yearMetrics } from "../../../src/sim/risk/year-metrics.ts";
import { openRun, type RunSpec } from "../../../src/sim/run-spec.ts";
import { compareTallied } from "../../../src/sim/tally/compare-tallied.ts";

/** One comparison from all columns and the same by a tally, and how often the futures were drawn for that. */
export type BothWays = {
  readonly columns: BasisResult;
  readonly ledgers: readonly LedgerColumns[];
  readonly tallied: BasisResult;
  readonly passes: number;
};

/** Compares the policies of a run both ways, on the same futures. */
export async function bothWays(
  spec: RunSpec,
  paths: number,
  options: { readonly pilot: number; readonly reach?: number },
): Promise<BothWays> {
  const { checked, problems } = openRun(spec);
  if (checked === undefined) throw new Error(JSON.stringify(problems));
  const host = openInlineHost(checked, spec.seed, {
    now: () => performance.now(),
    rest: async () => undefined,
  });
  const asked = { basis: "same-unit-prices" as const, paths, requirement: checked.scenario.requirement };
  const { result, ledgers } = await compare(checked, asked, (policies, n) => host.simulate(policies, n));
  let passes = 0;
  const tallied = await compareTallied(
    checked,
    { ...asked, ...options },
    (policies, n) => host.simulate(policies, n),
    (...args) => {
      passes += 1;
      return host.tally(...args);
    },
  );
  return { columns: result, ledgers, tallied: tallied.result, passes };
}

/** Says where values differ by more than the order of their sums, or exact intervals by more than that. */
export function valueFaults(
  { columns, tallied }: Pick<BothWays, "columns" | "tallied">,
  paths: number,
): string[] {
  const own = columns.policies.flatMap((policy, p) => [
    ...faultsOf(policy.id, policy.metrics, tallied.policies[p]!.metrics, paths, () => true),
    ...(policy.contracts ?? []).flatMap((contract, k) =>
      faultsOf(
        `${policy.id} ${contract.id}`,
        contract.metrics,
        tallied.policies[p]!.contracts![k]!.metrics,
        paths,
        () => true,
      ),
    ),
  ]);
  const differences = columns.differences.flatMap((difference, d) => {
    const other = tallied.differences[d]!;
    const better = JSON.stringify(difference.probabilityBetter) === JSON.stringify(other.probabilityBetter);
    return [
      ...faultsOf(`less ${difference.policy}`, difference.metrics, other.metrics, paths, isExact),
      ...(better ? [] : [`less ${difference.policy}: who is better`]),
    ];
  });
  return [...own, ...differences];
}

/** Is the interval of a difference exact: of means, of chances, of what is known? */
function isExact({ estimator }: Metric): boolean {
  return ["mean", "meanLoss", "chance", "breakEven"].includes(estimator.kind);
}

function faultsOf(
  of: string,
  one: Readonly<Record<string, Estimate>>,
  other: Readonly<Record<string, Estimate>>,
  paths: number,
  exactInterval: (metric: Metric) => boolean,
): string[] {
  const faults: string[] = [];
  if (Object.keys(one).join() !== Object.keys(other).join()) faults.push(`${of}: other measures`);
  for (const [id, a] of Object.entries(one)) {
    const b = other[id]!;
    const metric = metricOf(id);
    const counted = metric.estimator.kind === "quantile" || metric.estimator.kind === "chance";
    // Sums in another order: a rounding of the last place of numbers as far apart as a standard deviation.
    const spread = Math.max(Math.abs(a.value ?? 0), (a.se ?? 0) * Math.sqrt(paths));
    const slack = counted ? 0 : 1e-12 * spread;
    if (!isNear(a.value, b.value, slack)) faults.push(`${of} ${id}: ${a.value} is ${b.value}`);
    if (!exactInterval(metric)) continue;
    const length = (a.high ?? 0) - (a.low ?? 0);
    for (const end of ["low", "high", "se"] as const)
      if (!isNear(a[end], b[end], 1e-9 * length + slack))
        faults.push(`${of} ${id} ${end}: ${a[end]} is ${b[end]}`);
  }
  return faults;
}

/** How far an end of an interval that takes constants of the pilot lies off, as a share of the interval's length. */
export function endErrors({ columns, tallied }: BothWays, kinds: readonly string[]): Map<string, number> {
  const errors = new Map<string, number>();
  for (const [d, { policy, metrics: own }] of columns.differences.entries())
    for (const [id, a] of Object.entries(own)) {
      const b = tallied.differences[d]!.metrics[id]!;
      if (!kinds.includes(metricOf(id).estimator.kind) || a.low === null || a.high === null) continue;
      const length = a.high - a.low;
      const off = Math.max(Math.abs(a.low - b.low!), Math.abs(a.high - b.high!));
      errors.set(`${policy} ${id}`, off === 0 ? 0 : off / length);
    }
  return errors;
}

/**
 * Says which intervals of differences in quantiles are not those at a correlation within `slack` of the exact one. (On
 * a grid of payments an end jumps by a whole step as the correlation moves a little, so its distance says nothing.)
 */
export function quantileFaults({ columns, ledgers, tallied }: BothWays, slack: number): string[] {
  return columns.differences.flatMap(({ policy, metrics: own }, d) =>
    Object.keys(own).flatMap((id) => {
      const { estimator, unit } = metricOf(id);
      if (estimator.kind !== "quantile") return [];
      const [a, b] = [ledgers[d + 1]![estimator.column]!, ledgers[0]![estimator.column]!];
      const [up, upFirst] = [a.slice().sort(), b.slice().sort()];
      const [below, belowFirst] = [new Float64Array(a.length), new Float64Array(a.length)];
      writeBelow(estimator, a, up, below);
      writeBelow(estimator, b, upFirst, belowFirst);
      const level = estimator.percent / 100;
      const exact = covarianceOf(below, belowFirst) / (level * (1 - level));
      const at = (correlation: number) => spreadAtJointRanks(estimator, correlation, up, upFirst)!;
      const around = [at(exact - slack), at(exact), at(exact + slack)];
      const scale = unit === "pounds" ? 100 : 1;
      const { low, high } = tallied.differences[d]!.metrics[id]!;
      const isWithin = (end: number, ends: readonly number[]) =>
        end * scale >= Math.min(...ends) - 1e-6 && end * scale <= Math.max(...ends) + 1e-6;
      const lows = around.map((spread) => spread.low);
      const highs = around.map((spread) => spread.high);
      // The value itself is held within the interval.
      const value = tallied.differences[d]!.metrics[id]!.value! * scale;
      return isWithin(low!, [...lows, value]) && isWithin(high!, [...highs, value])
        ? []
        : [`${policy} ${id}`];
    }),
  );
}

export function metricOf(id: string): Metric {
  return metrics.find((metric) => metric.id === id) ?? yearMetrics([id])[0]!;
}

function isNear(one: number | null, other: number | null, slack: number): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) <= slack;
}
