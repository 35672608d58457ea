import type { CheckedScenario } from "./check-scenario.ts";
import { contractColumn, contractColumns } from "./ledger-columns.ts";
import { openIntervals } from "./quasi/intervals.ts";
import type { Adjustment } from "./risk/adjustment.ts";
import type { Estimate } from "./risk/estimate.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";
import { measurePolicy } from "./risk/measure-policy.ts";

/** One of several contracts under one policy: what it is called and its own measures. */
export type ContractResult = {
  readonly id: string;
  readonly title: string;
  readonly metrics: Readonly<Record<string, Estimate>>;
};

/** What is measured of each contract; its margin is before the cost of capital, which is the provider's. */
export const contractMetrics = [
  "meanMargin",
  "probabilityOfLoss",
  "meanPayment",
  "meanReferrals",
  "meanJobOutcomes",
] as const;

/**
 * Measures each of several contracts from its own columns of the provider's ledger.
 * `adjustment` gives how a contract's measures move with the solved prices, where they were solved.
 */
export function measureContracts(
  checked: CheckedScenario,
  ledger: LedgerColumns,
  paths: number,
  adjustment: (view: (ledger: LedgerColumns) => LedgerColumns) => Adjustment | undefined,
): ContractResult[] {
  return checked.contracts.map(({ id, title }, k) => {
    const view = (whole: LedgerColumns) =>
      Object.fromEntries(
        contractColumns.map((name) => [name, whole[contractColumn(k, name)]!]),
      ) as LedgerColumns;
    const own = {
      ledger: view(ledger),
      context: { paths, breakEvenReferralsPerMonth: null },
      adjustment: adjustment(view),
    };
    const measured = openIntervals(checked.sampling, [own]).ofPolicy(
      0,
      measurePolicy(own.ledger, own.context, own.adjustment),
    );
    const metrics = Object.fromEntries(contractMetrics.map((metric) => [metric, measured[metric]!]));
    return { id, title, metrics };
  });
}
