import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkFile } from "../../src/cli/check-file.ts";
import { shownPath } from "../../src/cli/input-file.ts";
import { readLibrary } from "../../src/cli/library.ts";
import { problemText } from "../../src/engine/problem.ts";

const library = new Map(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset]));

/** What `riskshare check` says of a file with this name and text, line by line, but that it is well. */
export async function saidByCheck(name, text) {
  const folder = mkdtempSync(join(tmpdir(), "riskshare-docs-"));
  try {
    const path = join(folder, name);
    writeFileSync(path, text);
    const { lines = [], problems } = await checkFile(path, library);
    // Where the file lies is no part of what is said of it.
    const here = shownPath(path).slice(0, -name.length);
    return [...problems.map(problemText), ...lines.slice(1)].map((line) => line.replaceAll(here, ""));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
