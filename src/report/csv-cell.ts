import { escapedText } from "../engine/shown-text.ts";

/** Marks after which a spreadsheet takes a cell for a formula. */
const formula = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/**
 * One cell of a CSV file (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe before it, and
 * what cannot be seen in it (controls, bidirectional overrides) stands as an escape; numbers stay numbers, and what does
 * not exist is empty.
 */
export function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value + 0);
  const seen = value.replace(/[^\t\r\n]+/g, escapedText);
  const safe = formula.test(value.trimStart()) || formula.test(value) ? `'${seen}` : seen;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A CSV file from its headings and rows. */
export function csvFile(
  heads: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return [heads, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}
