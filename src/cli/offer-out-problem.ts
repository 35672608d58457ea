import { existsSync } from "node:fs";
import type { Problem } from "../engine/problem.ts";

/** A file that somebody filled in must not be lost. */
export function takenOutProblem(
  path: string,
  force: boolean | undefined,
  ending: string,
  where = "--out",
): Problem | undefined {
  const found = { where, found: path };
  if (!path.toLowerCase().endsWith(ending))
    return {
      ...found,
      adjective: "invalid",
      noun: "name",
      expected: `a name that ends in ${ending}`,
    };
  if (force === true || !existsSync(path)) return undefined;
  const hint = "--force writes over it";
  return {
    ...found,
    adjective: "duplicate",
    noun: "file",
    expected: "a file that is not there yet",
    hint,
  };
}
