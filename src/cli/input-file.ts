import { relative } from "node:path";
import type { Problem } from "../engine/problem.ts";
import { LARGEST_DOCUMENT } from "../engine/reading/document-limits.ts";
import { type NotRead, readBytes, readText } from "./read-text.ts";
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
  return "text" in read
    ? { text: read.text, problems: [] }
    : { text: "", problems: [unreadProblem(path, read, largest)] };
}

/** Reads a file that people named as it is, with the same problems. */
export function readInputBytes(path: string): { bytes: Uint8Array; problems: Problem[] } {
  const read = readBytes(path, LARGEST_DOCUMENT);
  return "bytes" in read
    ? { bytes: read.bytes, problems: [] }
    : { bytes: new Uint8Array(), problems: [unreadProblem(path, read, LARGEST_DOCUMENT)] };
}

function unreadProblem(path: string, read: NotRead, largest: number): Problem {
  const where = shownPath(path);
  if ("size" in read) {
    const found = `${(Math.ceil((read.size * 10) / mebibyte) / 10).toFixed(1)} MiB`;
    return {
      where,
      adjective: "invalid",
      noun: "size",
      found,
      expected: `at most ${largest / mebibyte} MiB`,
    };
  }
  if ("code" in read && read.code === "ENOENT")
    return { where, adjective: "missing", noun: "file", expected: "a file that exists" };
  const found = "code" in read ? systemWords(read) : read.notAFile;
  return { where, adjective: "invalid", noun: "file", found, expected: "a file that can be read" };
}
