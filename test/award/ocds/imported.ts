import { type ImportChoice, importProcess } from "../../../src/award/ocds/import-process.ts";
import { parseDocument } from "../../../src/engine/document.ts";
import { problemText } from "../../../src/engine/problem.ts";

/** Imports what is given as JSON, and fails where there is a problem. */
export function imported(value: unknown, choice: ImportChoice = {}) {
  const { process, problems } = importProcess(parseDocument("r.json", JSON.stringify(value), "json"), choice);
  if (process === undefined) throw new Error(problems.map(problemText).join("\n"));
  return process;
}

/** The problems of importing a text, as they are said. */
export function problemsOf(text: string, choice: ImportChoice = {}): string[] {
  return importProcess(parseDocument("r.json", text, "json"), choice).problems.map(problemText);
}
