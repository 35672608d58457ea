import { relative } from "node:path";
import type { Problem } from "../engine/problem.ts";
import { type NotRead, readBytes, readText } from "./read-text.ts";
import { systemWords } from "./system-words.ts";

/** A path as people would write it from where they are. */
export function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near === "" || near.startsWith("..") ? path : near;
}

const largestFile = 2 * 1024 * 1024;

/** Reads a text file that people named; a file that cannot be read, or is too large, is a problem. */
export function readInput(path: string): { text: string; problems: Problem[] } {
  const read = readText(path, largestFile);
  return "text" in read
    ? { text: read.text, problems: [] }
    : { text: "", problems: [unreadProblem(path, read)] };
}

/** Reads a file that people named as it is, with the same problems. */
export function readInputBytes(path: string): { bytes: Uint8Array; problems: Problem[] } {
  const read = readBytes(path, largestFile);
  return "bytes" in read
    ? { bytes: read.bytes, problems: [] }
    : { bytes: new Uint8Array(), problems: [unreadProblem(path, read)] };
}

function unreadProblem(path: string, read: NotRead): Problem {
  const where = shownPath(path);
  if ("size" in read) {
    const found = `${(Math.ceil((read.size * 10) / largestFile) / 5).toFixed(1)} MiB`;
    return { where, adjective: "invalid", noun: "size", found, expected: "at most 2 MiB" };
  }
  if ("code" in read && read.code === "ENOENT")
    return { where, adjective: "missing", noun: "file", expected: "a file that exists" };
  const found = "code" in read ? systemWords(read) : read.notAFile;
  return { where, adjective: "invalid", noun: "file", found, expected: "a file that can be read" };
}
