import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { inputFault } from "../engine/input-fault.ts";
import { type Problem, problemText } from "../engine/problem.ts";

/** What would keep results from being written into a folder, told before a long run and not after it. */
export function outFolderProblem(folder: string): Problem | undefined {
  let place = resolve(folder);
  for (;;) {
    try {
      if (!statSync(place).isDirectory()) return problemOf(folder, `${place} is a file`);
      accessSync(place, constants.W_OK);
      return undefined;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A folder that is not there yet is made in the nearest one that is.
      if (code !== "ENOENT" || dirname(place) === place) return problemOf(folder, code ?? "unknown");
      place = dirname(place);
    }
  }
}

/**
 * Writes files into a folder, all of them whole or none of them new.
 *
 * Each is written beside its place and moved when all are there: a full disk or Ctrl-C leaves no half file.
 */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  const paths = Object.keys(files).map((name) => join(folder, name));
  try {
    makeFolder(resolve(folder));
    for (const [name, text] of Object.entries(files)) writeFileSync(`${join(folder, name)}.part`, text);
    for (const path of paths) renameSync(`${path}.part`, path);
  } catch (error) {
    for (const path of paths) removeIfThere(`${path}.part`);
    const problem = problemOf(folder, (error as NodeJS.ErrnoException).code ?? "unknown");
    throw inputFault(problem, problemText(problem));
  }
}

/** Node's own recursive mkdir never ends where a file system says that a folder is not there and cannot be made. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function removeIfThere(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What could not be written may be where nothing can be removed either; the problem is told all the same.
  }
}

function problemOf(folder: string, found: string): Problem {
  return {
    where: "--out",
    adjective: "invalid",
    noun: "folder",
    found: `${folder}: ${found}`,
    expected: "a folder that can be written to",
  };
}
