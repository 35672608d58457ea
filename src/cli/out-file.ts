import { closeSync, existsSync, openSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { inputFault } from "../engine/input-fault.ts";
import { type Problem, problemText } from "../engine/problem.ts";

/** A file that is whole or not there, or stdout. */
export type OutFile = {
  readonly write: (text: string) => Promise<void>;
  /** Puts what was written in its place. */
  readonly finish: () => void;
  /** Removes what was written; nothing after `finish`. */
  readonly abandon: () => void;
};

/** What would keep a file from being written, told before a long run and not after it. */
export function outFileProblem(path: string): Problem | undefined {
  if (path.trim() === "") return problemOf('""', "no name");
  const place = resolve(path);
  if (existsSync(place) && statSync(place).isDirectory()) return problemOf(path, "a folder");
  if (!existsSync(dirname(place))) return problemOf(path, `${dirname(place)} is not there`);
  return undefined;
}

/** Opens a file for writing piece by piece beside its place, or stdout where no file is named. */
export function openOutFile(path: string | undefined): OutFile {
  if (path === undefined) {
    return {
      write: (text) =>
        new Promise((done) => {
          if (process.stdout.write(text)) done();
          else process.stdout.once("drain", done);
        }),
      finish: () => undefined,
      abandon: () => undefined,
    };
  }
  const part = `${path}.${process.pid}.part`;
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const problem = problemOf(path, (error as NodeJS.ErrnoException).code ?? "unknown");
      throw inputFault(problem, problemText(problem));
    }
  };
  const handle = told(() => openSync(part, "w"));
  let isOpen = true;
  return {
    write: async (text) => {
      told(() => writeSync(handle, text));
    },
    finish: () =>
      told(() => {
        closeSync(handle);
        renameSync(part, path);
        isOpen = false;
      }),
    abandon: () => {
      if (!isOpen) return;
      isOpen = false;
      rmSync(part, { force: true });
    },
  };
}

function problemOf(path: string, found: string): Problem {
  return {
    where: "--out",
    adjective: "invalid",
    noun: "file",
    found: `${path}: ${found}`,
    expected: "a file that can be written",
  };
}
