import { DEEPEST_NESTING, TOO_DEEP } from "./document-limits.ts";
import { type JsonCursor, skipBlank, stop, UNREADABLE } from "./json-cursor.ts";
import { readKey } from "./json-key.ts";
import { readScalar } from "./json-scalar.ts";
import { readString } from "./json-string.ts";
import { objectBuilder } from "./object-builder.ts";
import type { Place } from "./place.ts";
import { flawCollector, type Reading } from "./reading.ts";

type Placed = { readonly value: unknown; readonly place: Place };

// Reads what stands between two brackets; `readOne` reads a member.
function readMembers(cursor: JsonCursor, close: string, readOne: (index: number) => void): void {
  const { text, path } = cursor;
  cursor.at += 1;
  for (let index = 0; ; index += 1) {
    skipBlank(cursor);
    if (text[cursor.at] === close && index === 0) break;
    readOne(index);
    skipBlank(cursor);
    if (text[cursor.at] === close) break;
    if (text[cursor.at] !== ",") stop(cursor, `a comma or "${close}"`);
    const offset = cursor.at;
    cursor.at += 1;
    skipBlank(cursor);
    if (text[cursor.at] === close) {
      const flaw = { adjective: "invalid", noun: "syntax", found: "trailing comma" } as const;
      cursor.report({ ...flaw, offset, path: [...path], expected: `"${close}" after the last one` });
      break;
    }
  }
  cursor.at += 1;
}

function readObject(cursor: JsonCursor): Placed {
  const start = cursor.at;
  const object = objectBuilder(cursor.path, cursor.report);
  readMembers(cursor, "}", () => {
    const keyStart = cursor.at;
    const key = readKey(cursor);
    cursor.path.push(key);
    const { value, place } = readValue(cursor);
    cursor.path.pop();
    object.add(key, keyStart, value, place);
  });
  return { value: object.value, place: { start, entries: object.entries } };
}

function readList(cursor: JsonCursor): Placed {
  const start = cursor.at;
  const value: unknown[] = [];
  const items: Place[] = [];
  readMembers(cursor, "]", (index) => {
    cursor.path.push(index);
    const item = readValue(cursor);
    cursor.path.pop();
    value.push(item.value);
    items.push(item.place);
  });
  return { value, place: { start, items } };
}

function readValue(cursor: JsonCursor): Placed {
  skipBlank(cursor);
  const start = cursor.at;
  const sign = cursor.text[start];
  if (sign === '"') return { value: readString(cursor), place: { start } };
  if (sign !== "{" && sign !== "[") return { value: readScalar(cursor), place: { start } };
  if (cursor.path.length >= DEEPEST_NESTING) {
    cursor.report({ ...TOO_DEEP, offset: start, path: [] });
    throw UNREADABLE;
  }
  return sign === "{" ? readObject(cursor) : readList(cursor);
}

/**
 * Reads strict JSON with the place of every value.
 *
 * `JSON.parse` gives no places, takes the last of duplicate keys in silence and stops at the first flaw;
 * this reader reports comments, trailing commas and unquoted keys and goes on.
 *
 * @example
 * readJson("[1, 2]").value // [1, 2]
 */
export function readJson(text: string): Reading {
  const { flaws, report } = flawCollector();
  const cursor: JsonCursor = { text, at: text.startsWith("\uFEFF") ? 1 : 0, path: [], report };
  try {
    skipBlank(cursor);
    if (cursor.at === text.length) {
      report({ offset: 0, path: [], adjective: "missing", noun: "content", expected: "JSON" });
      throw UNREADABLE;
    }
    const { value, place } = readValue(cursor);
    skipBlank(cursor);
    if (cursor.at < text.length) stop(cursor, "end of text");
    return { value, place, flaws };
  } catch (error) {
    if (error !== UNREADABLE) throw error;
    return { value: undefined, place: { start: 0 }, flaws };
  }
}
