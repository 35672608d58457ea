import type { Problem } from "../engine/problem.ts";
import { noEmphasis } from "../report/emphasis.ts";
import type { ExplainedPath } from "../report/explained-path.ts";
import { explainedPathText } from "../report/explained-path-text.ts";
import { openOutFile, outFileProblem } from "./out-file.ts";
import { outFolderProblem, writeFiles } from "./out-folder.ts";

/** Columns of the text: as many as a page of a report takes. */
const width = 100;

/** What would keep an explanation from being written: into one file where the name ends in .json, else into a folder. */
export function outProblem(out: string): Problem | undefined {
  return isFile(out) ? outFileProblem(out) : outFolderProblem(out);
}

/** Writes an explained future: one JSON file, or explanation.json and explanation.txt in a folder. */
export async function writeExplanation(
  out: string,
  explained: ExplainedPath,
  month: number | undefined,
): Promise<void> {
  const json = `${JSON.stringify(explained, undefined, 2)}\n`;
  if (isFile(out)) {
    const file = openOutFile(out);
    try {
      await file.write(json);
      file.finish();
    } finally {
      file.abandon();
    }
    return;
  }
  const text = explainedPathText(explained, { width, emphasis: noEmphasis, month });
  writeFiles(out, { "explanation.json": json, "explanation.txt": text });
}

function isFile(out: string): boolean {
  return out.endsWith(".json");
}
