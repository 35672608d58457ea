import type { Statement } from "../report/statement/statement.ts";
import { statementCsv } from "../report/statement/statement-csv.ts";
import { statementHtml } from "../report/statement/statement-html.ts";
import { statementJson } from "../report/statement/statement-json.ts";
import { openOutFile } from "./out-file.ts";
import { writeFiles } from "./out-folder.ts";

/** Writes the lines of a statement as one CSV file, whole or not at all. */
export async function writeStatementFile(path: string, csv: string): Promise<void> {
  const file = openOutFile(path, "--csv");
  try {
    await file.write(csv);
    file.finish();
  } finally {
    file.abandon();
  }
}

/** Writes a statement into a folder as a page, a table and one JSON object; all are whole or none is new. */
export function writeStatementFolder(folder: string, statement: Statement): void {
  writeFiles(folder, {
    "statement.html": statementHtml(statement),
    "statement.csv": statementCsv(statement),
    "statement.json": `${JSON.stringify(statementJson(statement), undefined, 2)}\n`,
  });
}
