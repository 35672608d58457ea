import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Ruleset } from "../engine/ruleset.ts";

/** Rulesets as they came out of their check, and the names, sizes and times of the files that they came from. */
type Kept = { readonly stamp: string; readonly rulesets: readonly Ruleset[] };

/** The rulesets that the build kept, if they are those of the folder as it is now: reading and checking them takes longer. */
export function readKeptLibrary(file: string, folder: string): Ruleset[] | undefined {
  try {
    const { stamp, rulesets } = JSON.parse(readFileSync(file, "utf8")) as Kept;
    return stamp === stampOf(folder) ? [...rulesets] : undefined;
  } catch {
    // Not built, or built halfway: the files themselves are read.
    return undefined;
  }
}

/** Keeps rulesets that passed their check. */
export function keepLibrary(file: string, folder: string, rulesets: readonly Ruleset[]): void {
  writeFileSync(file, JSON.stringify({ stamp: stampOf(folder), rulesets } satisfies Kept));
}

function stampOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return `${entry.name}(${stampOf(path)})`;
      const { size, mtimeMs } = statSync(path);
      return `${entry.name} ${size} ${mtimeMs}`;
    })
    .sort()
    .join("\n");
}
