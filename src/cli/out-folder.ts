import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { inputFault } from "../engine/input-fault.ts";
import { type Problem, problemText } from "../engine/problem.ts";

/** What would keep results from being written into a folder, told before a long run and not after it. */
export function outFolderProblem(folder: string): Problem | undefined {
  // The folder that one is in has a name too: "." says it on purpose.
  if (folder.trim() === "") return problemOf('""', "no name");
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
 * Each is written beside its place and moved when all are there: a full disk or Ctrl-C leaves no half file, nor a
 * folder that was made for it.
 */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  const places = Object.keys(files).map((name) => join(folder, name));
  const part = (path: string) => `${path}.${process.pid}.part`;
  const made: string[] = [];
  try {
    makeFolder(resolve(folder), made);
    for (const [name, text] of Object.entries(files)) writeFileSync(part(join(folder, name)), text);
    // A folder of that name would stop the moving halfway.
    const taken = places.find((path) => existsSync(path) && statSync(path).isDirectory());
    if (taken !== undefined) throw Object.assign(new Error(taken), { code: "EISDIR" });
    for (const path of places) renameSync(part(path), path);
  } catch (error) {
    for (const path of places) removed(() => rmSync(part(path), { force: true }));
    for (const path of made.reverse()) removed(() => rmdirSync(path));
    const problem = problemOf(folder, (error as NodeJS.ErrnoException).code ?? "unknown");
    throw inputFault(problem, problemText(problem));
  }
}

/** Node's own recursive mkdir never ends where a file system says that a folder is not there and cannot be made. */
function makeFolder(folder: string, made: string[]): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder), made);
  mkdirSync(folder);
  made.push(folder);
}

function removed(remove: () => void): void {
  try {
    remove();
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
