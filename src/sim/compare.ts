import type { Basis } from "./basis.ts";
import type { Requirement } from "./basis-gap.ts";
import type { ScaledPolicy } from "./block.ts";
import { breakEvenReferrals } from "./break-even.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { type ContractResult, measureContracts } from "./measure-contracts.ts";
import { openIntervals } from "./quasi/intervals.ts";
import type { Adjustment } from "./risk/adjustment.ts";
import type { Estimate, Spread } from "./risk/estimate.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";
import { measuringDifference } from "./risk/measure-difference.ts";
import { measuringPolicy } from "./risk/measure-policy.ts";
import { pointEstimates } from "./risk/point-estimates.ts";
import type { ProbabilityBetter } from "./risk/probability-better.ts";
import type { RiskContext } from "./risk/risk-context.ts";
import { solveBasis } from "./solve-basis.ts";
import type { Approximation } from "./tally/approximation.ts";
import { inTurns } from "./turns.ts";

/** Simulates the given policies, each at its scale of unit prices, on the same futures. */
export type Simulate = (
  policies: readonly ScaledPolicy[],
  paths: number,
) => Promise<readonly LedgerColumns[]>;

/** One policy's measures. */
export type PolicyResult = {
  readonly id: string;
  readonly title: string;
  readonly priceScale: number;
  /** Standard error and 95 % interval of the scale; of no width where it was not solved on the sample. */
  readonly priceScaleInterval: Spread;
  /** False where no scale of unit prices meets the basis; the nearest is shown. */
  readonly basisReached: boolean;
  readonly metrics: Readonly<Record<string, Estimate>>;
  /** Contract by contract, where the scenario has several. */
  readonly contracts?: readonly ContractResult[];
};

/** A policy's measures less those of the first policy, path by path. */
export type DifferenceResult = {
  readonly policy: string;
  readonly against: string;
  readonly metrics: Readonly<Record<string, Estimate>>;
  readonly probabilityBetter: { readonly margin: ProbabilityBetter; readonly payment: ProbabilityBetter };
};

/** The policies of a scenario compared on one basis. */
export type BasisResult = {
  readonly basis: Basis;
  readonly policies: readonly PolicyResult[];
  readonly differences: readonly DifferenceResult[];
  /** Where the futures were tallied: what is approximate, and by how much. */
  readonly approximation?: Approximation;
};

/** What a comparison leaves: the measures, and the ledgers that they stand on. */
export type Compared = { readonly result: BasisResult; readonly ledgers: readonly LedgerColumns[] };

export type CompareOptions = {
  readonly basis: Basis;
  readonly paths: number;
  readonly requirement: Requirement;
  /** The ledgers at unit scale, where they are known from another basis. */
  readonly atUnitPrices?: readonly LedgerColumns[] | undefined;
  /** Awaited between measures, so that a caller can answer others or stop by throwing. */
  readonly rest?: (() => Promise<void> | undefined) | undefined;
  /** Measures of ledgers that stay as they are from one comparison to the next; only where no scale is solved. */
  readonly remembered?: RememberedMeasures | undefined;
};

/** What measuring a ledger came to: give the same map to comparisons of one scenario and seed. */
export type RememberedMeasures = WeakMap<
  LedgerColumns,
  { readonly context: RiskContext; readonly metrics: PolicyResult["metrics"] }
>;

const goOn = () => undefined;

/** Compares the policies of a scenario on one basis, each with its measures and its differences from the first. */
export async function compare(
  checked: CheckedScenario,
  options: CompareOptions,
  simulate: Simulate,
): Promise<Compared> {
  const { basis, paths, rest = goOn } = options;
  const solved = await solveBasis(checked, options, simulate);
  const ledgers = solved.ledgers.map((ledger) => asStated(checked, ledger));
  const ascending = checked.policies.map(() => new Map<string, Float64Array>());
  const known = (p: number) => (solved.gaps[p] ? undefined : options.remembered?.get(solved.ledgers[p]!));
  const contexts = checked.policies.map(
    (_, p) => known(p)?.context ?? riskContext(checked, p, solved.scales[p]!, paths, ascending[p]!),
  );
  const adjustments = checked.policies.map((_, p) => adjustmentOf(p, solved, contexts[p]!));
  const intervals = openIntervals(
    checked.sampling,
    ledgers.map((ledger, p) => ({ ledger, context: contexts[p]!, adjustment: adjustments[p] })),
  );
  const contractsOf = (p: number) =>
    measureContracts(checked, ledgers[p]!, paths, (view) =>
      adjustmentOf(p, solved, { paths, breakEvenReferralsPerMonth: null }, view),
    );
  const policies: PolicyResult[] = [];
  for (const [p, { spec }] of checked.policies.entries()) {
    const measuring = measuringPolicy(ledgers[p]!, contexts[p]!, adjustments[p]);
    const metrics = known(p)?.metrics ?? (await inTurns(measuring, rest));
    if (!solved.gaps[p]) options.remembered?.set(solved.ledgers[p]!, { context: contexts[p]!, metrics });
    policies.push({
      id: spec.id,
      title: spec.title,
      priceScale: solved.scales[p]!,
      priceScaleInterval: solved.intervals[p]!,
      basisReached: solved.reached[p]!,
      metrics: intervals.ofPolicy(p, metrics),
      ...(checked.contracts.length > 0 && { contracts: contractsOf(p) }),
    });
  }
  const first = checked.policies[0]!.spec.id;
  const differences: DifferenceResult[] = [];
  for (const [p, { spec }] of checked.policies.entries()) {
    if (p === 0) continue;
    const measured = await inTurns(
      measuringDifference(
        ledgers[p]!,
        ledgers[0]!,
        { a: contexts[p]!, b: contexts[0]! },
        { ...(adjustments[p] && { a: adjustments[p] }), ...(adjustments[0] && { b: adjustments[0] }) },
      ),
      rest,
    );
    const { metrics, probabilityBetter } = intervals.ofDifference(p, measured);
    differences.push({
      policy: spec.id,
      against: first,
      metrics: solvedFor(basis, metrics),
      probabilityBetter,
    });
  }
  return { result: { basis, policies, differences }, ledgers };
}

/** What was solved to be equal differs by what the solution misses, and by nothing that luck could explain. */
function solvedFor(
  basis: Basis,
  metrics: Readonly<Record<string, Estimate>>,
): Readonly<Record<string, Estimate>> {
  const bill = metrics.meanBill;
  if (basis !== "same-expected-bill" || bill?.value === undefined || bill.value === null) return metrics;
  const { value, unit } = bill;
  return {
    ...metrics,
    meanBill: { value, se: Math.abs(value), low: Math.min(0, value), high: Math.max(0, value), unit },
  };
}

/** A ledger without what the scenario says nothing about: a budget that was never stated cannot be exceeded. */
export function asStated(checked: CheckedScenario, ledger: LedgerColumns): LedgerColumns {
  if (checked.scenario.commissioner.budgetPerFinancialYear !== undefined) return ledger;
  const { overBudget: _, ...stated } = ledger;
  return stated as LedgerColumns;
}

/** What measures need to know of a policy beside its ledger. */
export function riskContext(
  checked: CheckedScenario,
  place: number,
  priceScale: number,
  paths: number,
  ascending?: Map<string, Float64Array>,
): RiskContext {
  return {
    ...sampleContext(checked, paths),
    breakEvenReferralsPerMonth: breakEvenReferrals(checked, place, priceScale) ?? null,
    ...(ascending && { ascending }),
  };
}

/** What measures that are taken on the futures need to know beside a ledger. */
export function sampleContext({ scenario }: CheckedScenario, paths: number): RiskContext {
  const { reserves } = scenario.provider;
  const { deadweightRate } = scenario.delivery;
  return {
    paths,
    breakEvenReferralsPerMonth: null,
    ...(reserves && { reservesPence: Math.round(reserves.mean * 100) }),
    ...(deadweightRate && { deadweightRate: deadweightRate.mean }),
  };
}

/** How a policy's measures move with what its scale was solved for; nothing where no scale was solved on the sample. */
function adjustmentOf(
  place: number,
  solved: Awaited<ReturnType<typeof solveBasis>>,
  { ascending: known, ...context }: RiskContext,
  view: (ledger: LedgerColumns) => LedgerColumns = (ledger) => ledger,
): Adjustment | undefined {
  const shifted = solved.shifted[place];
  const gap = solved.gaps[place];
  if (shifted === undefined || gap === undefined) return undefined;
  const here = pointEstimates(view(solved.ledgers[place]!), {
    ...context,
    ...(known && { ascending: known }),
  });
  const there = pointEstimates(view(shifted.ledger), context);
  const slopes: Record<string, number> = {};
  for (const [metric, value] of Object.entries(here)) {
    const other = there[metric];
    if (value !== null && other !== null && other !== undefined && shifted.change !== 0)
      slopes[metric] = (other - value) / shifted.change;
  }
  return { slopes, gap };
}
