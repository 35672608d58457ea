import { relative } from "node:path";
import type { Problem } from "../engine/problem.ts";
import { LARGEST_DOCUMENT } from "../engine/reading/document-limits.ts";
import { readText } from "./read-text.ts";
import { systemWords } from "./system-words.ts";

/** A path as people would write it from where they are. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near === "" || near.startsWith("..") ? path : near;
}

const mebibyte = 1024 * 1024;

/** Reads a text file that people named; a file that cannot be read, or is larger than it may be, is a problem. */
export function readInput(path: string, largest = LARGEST_DOCUMENT): { text: string; problems: Problem[] } {
  const read = readText(path, largest);
  if ("text" in read) return { text: read.text, problems: [] };
  const where = shownPath(path);
  const refused = (problem: Omit<Problem, "where">) => ({ text: "", problems: [{ where, ...problem }] });
  if ("size" in read) {
    const found = `${(Math.ceil((read.size * 10) / mebibyte) / 10).toFixed(1)} MiB`;
    return refused({
      adjective: "invalid",
      noun: "size",
      found,
      expected: `at most ${largest / mebibyte} MiB`,
    });
  }
  if ("code" in read && read.code === "ENOENT")
    return refused({ adjective: "missing", noun: "file", expected: "a file that exists" });
  const found = "code" in read ? systemWords(read) : read.notAFile;
  return refused({ adjective: "invalid", noun: "file", found, expected: "a file that can be read" });
}
