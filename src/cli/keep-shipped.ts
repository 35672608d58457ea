import { failWith } from "./failure.ts";
import { keepLibrary } from "./kept-library.ts";
import { keptLibraryFile, readLibraryFiles, rulesFolder } from "./library.ts";

/** Keeps the shipped rulesets that pass their check. */
export function keepShipped(): void {
  const { rulesets, problems } = readLibraryFiles();
  if (problems.length > 0) return failWith(problems);
  keepLibrary(keptLibraryFile, rulesFolder, rulesets);
}
