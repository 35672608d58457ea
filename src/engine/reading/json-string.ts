import { type JsonCursor, stop } from "./json-cursor.ts";

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["b", "\b"],
  ["f", "\f"],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
]);

function readEscape(cursor: JsonCursor): string {
  const { text, at } = cursor;
  const sign = text[at + 1] ?? "";
  const digits = text.slice(at + 2, at + 6);
  if (sign === "u" && /^[0-9a-fA-F]{4}$/.test(digits)) {
    cursor.at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
  const plain = ESCAPES.get(sign);
  if (plain === undefined) stop(cursor, 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX', "escape");
  cursor.at += 2;
  return plain;
}

/**
 * Reads a JSON string at the cursor, which stands on its opening quote.
 *
 * @example
 * readString(cursor) // "text between the quotes"
 */
export function readString(cursor: JsonCursor): string {
  const { text } = cursor;
  const parts: string[] = [];
  cursor.at += 1;
  let from = cursor.at;
  for (;;) {
    const sign = text[cursor.at];
    if (sign === '"') {
      parts.push(text.slice(from, cursor.at));
      cursor.at += 1;
      return parts.join("");
    }
    if (sign === undefined) stop(cursor, "a closing quote");
    if (sign < " ")
      stop(cursor, sign === "\n" || sign === "\r" ? "a closing quote" : "an escape", "character");
    if (sign === "\\") {
      parts.push(text.slice(from, cursor.at), readEscape(cursor));
      from = cursor.at;
    } else cursor.at += 1;
  }
}
