import { escapedText } from "../engine/shown-text.ts";

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;
const markOnly = /^\p{M}+$/u;
/** Text whose every sign takes one column: most text, and much quicker to measure. */
const plain = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2212\u2500-\u257f]*$/;
/** Opened where text needs it: it takes 7 ms, which most commands can spare. */
let segmenter: Intl.Segmenter | undefined;

/** A name from a file on one line, with what cannot be seen made visible and percentages kept together. */
export function shownName(text: string): string {
  return escapedText(text.replace(/\s+/gu, " ").trim()).replace(/(\d) %/g, "$1\u00a0%");
}

/** The number of columns that text takes in a terminal: letters with their accents one, wide signs two. */
export function visibleWidth(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemesOf(text)) width += widthOf(segment);
  return width;
}

/** Cuts text to a width, marking the cut with an ellipsis; a letter is never parted from its accents. */
export function cutToWidth(text: string, width: number): string {
  if (visibleWidth(text) <= width) return text;
  let kept = "";
  let taken = 0;
  for (const { segment } of graphemesOf(text)) {
    if (taken + widthOf(segment) > width - 1) break;
    kept += segment;
    taken += widthOf(segment);
  }
  return `${kept.trimEnd()}…`;
}

/** Fills text with spaces to a width, at its end or its start. */
export function padToWidth(text: string, width: number, side: "start" | "end"): string {
  const space = " ".repeat(Math.max(0, width - visibleWidth(text)));
  return side === "end" ? text + space : space + text;
}

function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return segmenter.segment(text);
}

function widthOf(grapheme: string): number {
  if (markOnly.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}
