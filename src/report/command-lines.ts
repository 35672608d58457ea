import { escapedText } from "../engine/shown-text.ts";
import { visibleWidth } from "./visible-width.ts";

const inset = "  ";
const goesOn = " \\";

/** A command as it can be copied from a terminal: on a line of its own, a long one over several as shells take it. */
export function commandLines(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words.map(escapedText)) {
    const longer = line === "" ? inset + word : `${line} ${word}`;
    if (line === "" || visibleWidth(longer + goesOn) <= width) line = longer;
    else {
      lines.push(line + goesOn);
      line = inset + inset + word;
    }
  }
  return line === "" ? lines : [...lines, line];
}
