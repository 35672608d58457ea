import { existsSync } from "node:fs";
import { join } from "node:path";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";

/** A file that was named: by its path, or by the bare name of one that is shipped. */
export type NamedFile =
  | { readonly path: string; readonly isShipped: boolean; readonly problem?: undefined }
  | { readonly path?: undefined; readonly isShipped?: undefined; readonly problem: Problem };

/**
 * Finds a file by its path, or by the bare name of a shipped one in a folder; what has neither a slash nor a dot in it is a
 * bare name first. `holds` is what the file holds, in a word.
 */
export function namedFile(
  name: string,
  shipped: { readonly names: readonly string[]; readonly folder: string; readonly holds: string },
): NamedFile {
  const { names, folder, holds: noun } = shipped;
  if (/[/\\.]/.test(name)) return { path: name, isShipped: false };
  if (names.includes(name)) return { path: join(folder, `${name}.yaml`), isShipped: true };
  if (existsSync(name)) return { path: name, isShipped: false };
  const hint = didYouMean(name, names);
  const expected = `a file, or one of ${names.join(", ")}`;
  const problem = { where: name, adjective: "unknown", noun, found: name, expected } as const;
  return { problem: { ...problem, ...(hint && { hint }) } };
}
