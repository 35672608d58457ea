import { resolve } from "node:path";
import { inputFault } from "../engine/input-fault.ts";
import { type Problem, problemText } from "../engine/problem.ts";
import { print } from "./print.ts";
import { systemWords } from "./system-words.ts";
import { openWholeFile } from "./whole-file.ts";
import { writtenPlace } from "./written-place.ts";

/** A file that is whole or not there, or stdout. */
export type OutFile = {
  readonly write: (content: string | Uint8Array) => Promise<void>;
  /** Puts what was written in its place. */
  readonly finish: () => void;
  /** Removes what was written; nothing after `finish`. */
  readonly abandon: () => void;
};

/** What would keep a file from being written, told before a long run and not after it. */
export function outFileProblem(path: string, where = "--out"): Problem | undefined {
  if (path.trim() === "") return problemOf('""', "a file needs a name", where);
  if (isStdout(path)) return undefined;
  const { refused } = writtenPlace(path);
  return refused === undefined ? undefined : problemOf(path, refused, where);
}

/** Opens a file for writing piece by piece beside its place, or stdout where no file is named. */
export function openOutFile(
  path: string | undefined,
  where = "--out",
  open: typeof openWholeFile = openWholeFile,
): OutFile {
  if (path === undefined || isStdout(path))
    return { write: print, finish: () => undefined, abandon: () => undefined };
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw faultOf(problemOf(path, systemWords(error), where));
    }
  };
  const { path: place, refused } = writtenPlace(path);
  if (place === undefined) throw faultOf(problemOf(path, refused, where));
  const file = told(() => open(place));
  return {
    write: async (content) => {
      told(() => file.write(content));
      // Ctrl-C is heard between two parts, and not only when all is in its place.
      await new Promise((resume) => setImmediate(resume));
    },
    finish: () =>
      told(() => {
        file.complete();
        file.place();
      }),
    abandon: file.abandon,
  };
}

/** By this name people mean the stream: moved over, it would be a file on a device's place. */
function isStdout(path: string): boolean {
  return ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"].includes(resolve(path));
}

function faultOf(problem: Problem): Error {
  return inputFault(problem, problemText(problem));
}

function problemOf(path: string, why: string, where: string): Problem {
  return {
    where,
    adjective: "invalid",
    noun: "file",
    // A command whose one word is the file names it already.
    ...(where !== path && { found: path }),
    expected: "a file that can be written",
    hint: why,
  };
}
