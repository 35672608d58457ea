import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell, csvFile } from "../../src/report/csv-cell.ts";
import { csvTables } from "../../src/report/csv-tables.ts";
import { metrics } from "../../src/sim/risk/metrics.ts";
import { madeComparison } from "./made-comparison.ts";

test("cells that a spreadsheet would run as a formula are defused; numbers never are", () => {
  expect(csvCell("=1+2")).toBe("'=1+2");
  expect(csvCell("@sum(a)")).toBe("'@sum(a)");
  expect(csvCell("\t=1")).toBe("'\t=1");
  expect(csvCell(" -2")).toBe("' -2");
  expect(csvCell(-2.5)).toBe("-2.5");
  expect(csvCell(null)).toBe("");
  // What cannot be seen neither turns a line round nor reaches a terminal.
  expect(csvCell("A\u202eB\u001b[31m")).toBe("A\\u202eB\\u001b[31m");
  expect(csvCell("two\nlines")).toBe('"two\nlines"');
});

test("any table comes back from its file as it went in", () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "=") }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
  );
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 })), (rows) => {
      const back = parsed(csvFile(["a", "b", "c"], rows)).slice(1);
      expect(back).toEqual(
        rows.map((row) => row.map((each) => (typeof each === "number" ? String(each + 0) : undefused(each)))),
      );
    }),
  );
  // What was defused reads as the text with its apostrophe.
  function undefused(text: string): string {
    return csvCell(text).startsWith("'") || csvCell(text).startsWith("\"'")
      ? text.startsWith("'")
        ? text
        : `'${text}`
      : text;
  }
});

test("every measure of every policy on every basis stands in its own row", () => {
  const policies = [{ title: '=cmd|"x", y' }, {}];
  const both = (["same-unit-prices", "same-expected-bill"] as const).map((basis) =>
    madeComparison(policies, { basis }),
  );
  const tables = csvTables(both);
  const rows = parsed(tables["policies.csv"]!);
  expect(rows[0]).toEqual([
    "basis",
    "policy",
    "title",
    "priceScale",
    "basisReached",
    "metric",
    "value",
    "se",
    "low",
    "high",
    "unit",
  ]);
  expect(rows).toHaveLength(1 + 2 * 2 * metrics.length);
  expect(rows[1]![2]).toBe('\'=cmd|"x", y');
  expect(parsed(tables["differences.csv"]!)).toHaveLength(1 + 2 * metrics.length);
  expect(parsed(tables["better.csv"]!)).toHaveLength(1 + 2 * 2);
});

/** Reads CSV as RFC 4180 says. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; !(text[at] === '"' && text[at + 1] !== '"'); at++) {
        cell += text[at];
        if (text[at] === '"') at++;
      }
      at++;
    } else while (text[at] !== "," && !text.startsWith("\r\n", at)) cell += text[at++];
    row.push(cell);
    if (text[at] === ",") at++;
    else {
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  return rows;
}
