import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Comparison } from "../report/comparison.ts";
import { csvTables } from "../report/csv-tables.ts";
import type { JudgedFigure } from "../report/judged-figures.ts";
import { reportHtml } from "../report/report-html.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import type { LedgerColumns } from "../sim/risk/ledger-columns.ts";

/** Writes a comparison into a folder: result.json, CSV tables and report.html. Each file is whole or not there. */
export async function writeResults(
  folder: string,
  checked: CheckedScenario,
  comparisons: readonly Comparison[],
  ledgers: readonly LedgerColumns[] | undefined,
  command: string,
  judged: readonly JudgedFigure[] | undefined,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const files: Record<string, string> = {
    "result.json": `${JSON.stringify(comparisons.length === 1 ? comparisons[0] : comparisons, undefined, 2)}\n`,
    ...csvTables(comparisons, ledgers),
    "report.html": reportHtml(checked, comparisons, ledgers, { command, judged }),
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    // Written beside and moved: a full disk or Ctrl-C leaves no half file.
    writeFileSync(`${path}.part`, text);
    renameSync(`${path}.part`, path);
  }
}
