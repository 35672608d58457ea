import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepLibrary, readKeptLibrary } from "../../src/cli/kept-library.ts";
import { readLibraryFiles } from "../../src/cli/library.ts";

it("kept rulesets are those of the files, until a file changes", () => {
  const folder = mkdtempSync(join(tmpdir(), "riskshare-kept-"));
  try {
    const file = join(folder, "library.json");
    const { rulesets, problems } = readLibraryFiles();
    expect(problems).toEqual([]);
    expect(readKeptLibrary(file, "rules")).toBeUndefined();
    keepLibrary(file, "rules", rulesets);
    expect(readKeptLibrary(file, "rules")).toEqual(rulesets);
    // Another folder stands for files that have changed.
    writeFileSync(join(folder, "one.json"), "{}");
    keepLibrary(file, folder, rulesets);
    writeFileSync(join(folder, "two.json"), "{}");
    expect(readKeptLibrary(file, folder)).toBeUndefined();
    writeFileSync(file, "{ half");
    expect(readKeptLibrary(file, folder)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
