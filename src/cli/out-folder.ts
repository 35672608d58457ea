import { accessSync, constants, existsSync, mkdirSync, rmdirSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { inputFault } from "../engine/input-fault.ts";
import { type Problem, problemText } from "../engine/problem.ts";
import { systemWords } from "./system-words.ts";
import { openWholeFile, type WholeFile } from "./whole-file.ts";
import { writtenPlace } from "./written-place.ts";

/** What would keep results from being written into a folder, told before a long run and not after it. */
export function outFolderProblem(folder: string, where = "--out"): Problem | undefined {
  // The folder that one is in has a name too: "." says it on purpose.
  if (folder.trim() === "") return problemOf('""', "a folder needs a name", where);
  let place = resolve(folder);
  for (;;) {
    try {
      if (!statSync(place).isDirectory()) return problemOf(folder, `${place} is no folder`, where);
      accessSync(place, constants.W_OK);
      return undefined;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A folder that is not there yet is made in the nearest one that is.
      if (code !== "ENOENT" || dirname(place) === place) return problemOf(folder, systemWords(error), where);
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
export function writeFiles(
  folder: string,
  files: Readonly<Record<string, string>>,
  open: typeof openWholeFile = openWholeFile,
  where = "--out",
): void {
  const made: string[] = [];
  const written: { name: string; file: WholeFile }[] = [];
  let name = "";
  try {
    makeFolder(resolve(folder), made);
    for (const [each, text] of Object.entries(files)) {
      name = each;
      const { path, refused } = writtenPlace(join(folder, name));
      if (path === undefined) throw Object.assign(new Error(refused), { refused });
      const file = open(path);
      written.push({ name, file });
      file.write(text);
      file.complete();
    }
    for (const each of written) {
      name = each.name;
      each.file.place();
    }
  } catch (error) {
    for (const { file } of written) file.abandon();
    for (const path of made.reverse()) removed(() => rmdirSync(path));
    const why = (error as { refused?: string }).refused ?? systemWords(error);
    const problem = problemOf(folder, name === "" ? why : `${name}: ${why}`, where);
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

function problemOf(folder: string, why: string, where: string): Problem {
  return {
    where,
    adjective: "invalid",
    noun: "folder",
    found: folder,
    expected: "a folder that can be written to",
    hint: why,
  };
}
