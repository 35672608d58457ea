import { cutToWidth, visibleWidth } from "./visible-width.ts";

/** An address: cut it leads nowhere, so it stands on a line of its own, however long. */
const address = /https?:\/\//;

/**
 * Breaks text into lines of a width at its plain spaces.
 *
 * A word longer than a line is cut with an ellipsis, unless it is an address or words are to stay `whole`.
 */
export function wrappedLines(text: string, width: number, words: "cut" | "whole" = "cut"): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (visibleWidth(longer) <= width) line = longer;
    else {
      if (line !== "") lines.push(line);
      line = words === "whole" || address.test(word) ? word : cutToWidth(word, width);
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** Breaks text into at most so many lines; what is left over is cut with an ellipsis. */
export function fewLines(text: string, width: number, most: number): string[] {
  const lines = wrappedLines(text, width);
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1).join(" ");
  return [...lines.slice(0, most - 1), cutToWidth(rest, width)];
}

/** Breaks text into lines whose later lines are set in under the first one's mark. */
export function listLines(mark: string, text: string, width: number): string[] {
  const inset = visibleWidth(mark);
  return wrappedLines(text, width - inset).map((line, i) => (i === 0 ? mark : " ".repeat(inset)) + line);
}
