import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { MarginSource } from "../charts/margin-bins.ts";
import type { Comparison } from "../comparison.ts";
import { billLossFigure } from "./bill-loss-figure.ts";
import { differenceFigure, drawnDifferences } from "./difference-figure.ts";
import { fundingFigure } from "./funding-figure.ts";
import { marginFigure } from "./margin-figure.ts";
import { paymentFigure } from "./payment-figure.ts";
import type { ReportFigure } from "./report-figure.ts";

/** The charts of a report, in the order in which they are read; those that have nothing to show are left out. */
export function allFigures(
  checked: CheckedScenario,
  comparisons: readonly Comparison[],
  margins: MarginSource | undefined,
): ReportFigure[] {
  const first = comparisons[0]!;
  return [
    marginFigure(first, margins),
    billLossFigure(first),
    ...drawnDifferences.map((measure) => differenceFigure(comparisons, measure)),
    paymentFigure(first),
    fundingFigure(first, checked.scenario.provider.reserves?.mean),
  ].filter((figure) => figure !== undefined);
}
