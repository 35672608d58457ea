import type { MarginSource } from "../report/charts/margin-bins.ts";
import { type Comparison, resultOf } from "../report/comparison.ts";
import { csvTables } from "../report/csv-tables.ts";
import type { JudgedRanking } from "../report/judged-figures.ts";
import { reportHtml } from "../report/report-html.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { writeFiles } from "./out-folder.ts";

/** Writes a comparison into a folder: result.json, CSV tables and report.html. All are whole or none is new. */
export async function writeResults(
  folder: string,
  checked: CheckedScenario,
  comparisons: readonly Comparison[],
  margins: MarginSource | undefined,
  command: string,
  judged: JudgedRanking | undefined,
): Promise<void> {
  writeFiles(folder, {
    "result.json": `${JSON.stringify(resultOf(comparisons), undefined, 2)}\n`,
    ...csvTables(comparisons, margins),
    "report.html": reportHtml(checked, comparisons, margins, { command, judged }),
  });
}
