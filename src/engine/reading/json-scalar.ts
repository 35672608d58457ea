import { type JsonCursor, stop } from "./json-cursor.ts";

const WORD = /[\p{L}\p{N}_$.+-]+/uy;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/**
 * Reads a JSON number, `true`, `false` or `null` at the cursor.
 *
 * A number too large for a finite one is refused.
 *
 * @example
 * readScalar(cursor) // 0.25
 */
export function readScalar(cursor: JsonCursor): unknown {
  WORD.lastIndex = cursor.at;
  const word = WORD.exec(cursor.text)?.[0];
  if (word === undefined) stop(cursor, cursor.text[cursor.at] === "'" ? "text in double quotes" : "a value");
  const known = WORDS.get(word);
  if (known === undefined) {
    if (!NUMBER.test(word)) {
      const numeric = /^[-+.\d]|^(?:NaN|Infinity)$/.test(word);
      stop(cursor, numeric ? "a JSON number" : "a value", numeric ? "number" : "syntax");
    }
    if (!Number.isFinite(Number(word))) stop(cursor, "a finite number", "number");
  }
  cursor.at += word.length;
  return known === undefined ? Number(word) : known;
}
