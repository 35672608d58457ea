import { type JsonCursor, skipBlank, stop } from "./json-cursor.ts";
import { readString } from "./json-string.ts";

const BARE_KEY = /[\p{L}_$][\p{L}\p{N}_$-]*/uy;
const SINGLE_QUOTED_KEY = /'([^'"\\\n\r]*)'/y;

function loosely(cursor: JsonCursor, pattern: RegExp): string | undefined {
  pattern.lastIndex = cursor.at;
  const match = pattern.exec(cursor.text);
  if (match === null) return undefined;
  const { at: offset, path } = cursor;
  cursor.report({
    offset,
    path: [...path],
    adjective: "invalid",
    noun: "syntax",
    found: match[0],
    expected: "a key in double quotes",
  });
  cursor.at += match[0].length;
  return match[1] ?? match[0];
}

/**
 * Reads a key of a JSON object and the colon after it.
 *
 * A key without quotes, or in single ones, is reported but read, so that later problems are found as well.
 *
 * @example
 * readKey(cursor) // "title"; the cursor stands after the colon
 */
export function readKey(cursor: JsonCursor): string {
  const strict = cursor.text[cursor.at] === '"' ? readString(cursor) : undefined;
  const key = strict ?? loosely(cursor, BARE_KEY) ?? loosely(cursor, SINGLE_QUOTED_KEY);
  if (key === undefined) stop(cursor, 'a key in double quotes or "}"');
  skipBlank(cursor);
  if (cursor.text[cursor.at] !== ":") stop(cursor, "a colon after the key");
  cursor.at += 1;
  return key;
}
