import type { WriteStream } from "node:tty";
import { wrappedLines } from "../report/wrapped-lines.ts";
import { screenWidth } from "./screen-width.ts";

const inset = "    ";

/** A line as it is shown: on a terminal its further lines are set in; a file or a pipe gets it as one line. */
export function onScreen(line: string, stream: Pick<WriteStream, "isTTY" | "columns">): string {
  if (stream.isTTY !== true) return line;
  const width = Math.max(40, screenWidth(stream)) - inset.length;
  return wrappedLines(line, width, "whole").join(`\n${inset}`);
}
