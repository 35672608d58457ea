import { shortText } from "../shown-text.ts";
import type { Report } from "./reading.ts";

/** A reader's position in a JSON text, the path of the value it is in, and where it reports flaws. */
export type JsonCursor = {
  readonly text: string;
  at: number;
  readonly path: (string | number)[];
  readonly report: Report;
};

/** What is thrown, and caught by the reader, where reading cannot go on. */
export const UNREADABLE = new Error("the text cannot be read");

/**
 * Reports what stands at the cursor in place of what should, and stops reading.
 *
 * @example
 * if (cursor.text[cursor.at] !== ":") stop(cursor, 'a colon after the key');
 */
export function stop(cursor: JsonCursor, expected: string, noun = "syntax"): never {
  const { text, at, path } = cursor;
  const found =
    at >= text.length
      ? "end of text"
      : shortText(/^(?:[\w.+-]+|.)/su.exec(text.slice(at, at + 40))?.[0] ?? "");
  cursor.report({ offset: at, path: [...path], adjective: "invalid", noun, found, expected });
  throw UNREADABLE;
}

function skipComment(cursor: JsonCursor, close: string): void {
  const { text, at: offset, path } = cursor;
  const end = text.indexOf(close, offset + 2);
  cursor.at = end === -1 ? text.length : end + close.length;
  const found = text.slice(offset, Math.min(cursor.at, offset + 200)).trimEnd();
  cursor.report({
    offset,
    path: [...path],
    adjective: "unsupported",
    noun: "comment",
    found,
    expected: "strict JSON",
  });
}

/**
 * Moves the cursor over white space; comments are reported and passed over.
 *
 * @example
 * skipBlank(cursor); // cursor.at is now at the next sign
 */
export function skipBlank(cursor: JsonCursor): void {
  const { text } = cursor;
  for (;;) {
    const sign = text[cursor.at];
    if (sign === " " || sign === "\n" || sign === "\r" || sign === "\t") cursor.at += 1;
    else if (text.startsWith("//", cursor.at)) skipComment(cursor, "\n");
    else if (text.startsWith("/*", cursor.at)) skipComment(cursor, "*/");
    else return;
  }
}
