import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { LedgerColumns } from "../sim/risk/ledger-columns.ts";
import type { Comparison } from "./comparison.ts";

export function reportHtml(
  checked: CheckedScenario,
  comparisons: readonly Comparison[],
  ledgers: readonly LedgerColumns[] | undefined,
): string {
  void comparisons;
  void ledgers;
  return checked.scenario.title;
}
