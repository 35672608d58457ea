import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { Comparison } from "./comparison.ts";

/** The answer as people read it in a terminal. */
export function comparisonText(
  checked: CheckedScenario,
  comparisons: readonly Comparison[],
  options: { readonly width: number; readonly out?: string | undefined },
): string {
  void options;
  return `${checked.scenario.title}\n${comparisons.map((c) => `${c.basis}\n${c.policies.map((p) => `${p.id} ${p.priceScale.toFixed(4)} ${p.metrics.meanMargin?.value} ${p.metrics.meanBill?.value} ${p.metrics.probabilityOfLoss?.value}`).join("\n")}`).join("\n")}\n`;
}
