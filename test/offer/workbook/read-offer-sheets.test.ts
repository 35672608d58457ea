import { describe, expect, it } from "vitest";
import { problemText } from "../../../src/engine/problem.ts";
import { readOwnOffer } from "../../../src/offer/read-own-offer.ts";
import { cellName } from "../../../src/offer/workbook/cell-name.ts";
import { safeCellText, textOfCell } from "../../../src/offer/workbook/cell-text.ts";
import { readOfferSheets } from "../../../src/offer/workbook/read-offer-sheets.ts";
import type { CellRange, ReadCell, ReadSheet } from "../../../src/offer/workbook/sheet.ts";

type Cell = string | number | ReadCell | undefined;

/** A sheet of answers by field, with the headings that are read alone. */
function sheetOf(rows: readonly (readonly Cell[])[], more: Partial<ReadSheet> = {}): ReadSheet {
  const cell = (value: Cell): ReadCell | undefined =>
    typeof value === "object" || value === undefined ? value : { value };
  return { name: "Offer", rows: rows.map((row) => row.map(cell)), merged: [], ...more };
}
const head = ["Field", "Your answer"];
const whole = [
  ["provider", "Larkfield"],
  ["scenario", "dps-2017"],
  ["limits.cash", 8000],
  ["limits.loss", 5000],
] as const;
const read = (...sheets: ReadSheet[]) => {
  const { document, notes } = readOfferSheets("a.xlsx", sheets, "a");
  const { offer, problems } = readOwnOffer(document);
  return { offer, notes, problems: problems.map(problemText) };
};
const answered = (field: string, cell: Cell) => read(sheetOf([head, ...whole, [field, cell]]));

describe("the sheets of a workbook", () => {
  it("are read by their fields, wherever rows and columns stand and however the headings are spaced", () => {
    const plain = read(sheetOf([head, ...whole, ["costs.perOutcome.outcomes13Weeks", 400]])).offer!;
    expect([plain.id, plain.provider, plain.limits.cash]).toEqual(["a", "Larkfield", 8000]);
    expect(plain.costs.perOutcome).toEqual({ outcomes13Weeks: 400 });
    const moved = sheetOf(
      [
        ["A charity's logo"],
        [],
        ["Notes", " YOUR answer ", "x", "field"],
        ...[...whole].reverse().map(([field, value]) => [undefined, value, "ignored", ` ${field} `]),
        [undefined, 400, undefined, "costs.perOutcome.outcomes13Weeks"],
      ],
      { name: "Sheet1" },
    );
    expect(read(sheetOf([["Anything"]], { name: "About" }), moved).offer).toEqual(plain);
  });

  it("give numbers that are plain: £, commas, per cent, and what a formula came to", () => {
    for (const [field, cell, value] of [
      ["costs.setUp", "£5,000", 5000],
      ["costs.setUp", " 5 000.50 ", 5000.5],
      ["costs.setUp", { value: 0.1 + 0.2 }, 0.3],
      ["delivery.startsPer100", "75%", 75],
      ["delivery.startsPer100", { value: 0.07, isPercent: true }, 7],
      ["limits.marginPercent", { value: 0.03, isPercent: true }, 3],
    ] as const) {
      const [section, name] = field.split(".") as ["costs", "setUp"];
      const { offer, problems } = answered(field, cell);
      expect([cell, problems, offer?.[section][name]]).toEqual([cell, [], value]);
    }
    const { offer, notes } = answered("costs.setUp", { value: 5400, isFormula: true });
    expect(offer!.costs.setUp).toBe(5400);
    expect(notes).toEqual(["a.xlsx:Offer!B6 is a formula, and its value counts: 5,400"]);
    expect(answered("costs.setUp", undefined).offer!.costs.setUp).toBeUndefined();
    expect(answered("title", { value: 2030 }).offer!.title).toBe("2030");
  });

  it("are refused by the cell where the meaning is not plain", () => {
    const says = (field: string, cell: Cell) => answered(field, cell).problems;
    expect(says("costs.setUp", "5,00")).toEqual([
      "a.xlsx:Offer!B6 costs.setUp: invalid answer: 5,00; expected a number; write thousands with commas and parts of one with a point, as 1,234.50",
    ]);
    expect(says("costs.setUp", { value: "2024-05-31", isDate: true })).toEqual([
      "a.xlsx:Offer!B6 costs.setUp: invalid answer: a date, 2024-05-31; expected a number; give the cell the format Number and type it again",
    ]);
    expect(says("costs.setUp", "31/05/2024")[0]).toContain("this looks like a date");
    expect(says("costs.setUp", "tbc")[0]).toContain("leave the cell empty where you do not know");
    expect(says("costs.setUp", { value: true })[0]).toContain("invalid answer: true");
    expect(says("costs.setUp", { value: 0.5, isPercent: true })[0]).toContain("invalid answer: 50 %");
    expect(says("costs.setUp", "50 %")[0]).toContain("B6 costs.setUp: invalid answer: 50 %");
    expect(says("costs.setUp", { isFormula: true })[0]).toContain("a formula without a result");
    expect(says("costs.setUp", { isFormula: true, fault: "#REF!" })[0]).toContain("invalid answer: #REF!");
    // What the schema finds has its cell too.
    expect(says("contract.places", 1.5)).toEqual([
      expect.stringContaining("a.xlsx:Offer!B6 contract.places: invalid value: 1.5"),
    ]);
    expect(says("costs.setup", 5)).toEqual([
      expect.stringContaining("a.xlsx:Offer!A6 costs: unknown key: setup"),
    ]);
    expect(says("__proto__.x", 5)[0]).toContain("a.xlsx:Offer!A6: unknown field: __proto__.x");
    expect(says("costs.constructor", 5)[0]).toContain("unknown field");
    expect(says("limits.cash", 5)).toEqual(["a.xlsx:Offer!A6: duplicate field: limits.cash"]);
    expect(says("limits.cash.deep", 5)).toEqual(["a.xlsx:Offer!A6: duplicate field: limits.cash.deep"]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it("say all problems at once, and what must be answered by its cell", () => {
    const rows = [
      head,
      ["provider", undefined],
      ["scenario", "dps-2017"],
      ["limits.cash", "lots"],
      ["limits.loss", undefined],
      ["contract.places", 1.5],
    ];
    const { problems } = read(sheetOf(rows));
    expect(problems).toEqual([
      expect.stringContaining("Offer!B4 limits.cash: invalid answer: lots"),
      "a.xlsx:Offer!B2 provider: missing answer",
      "a.xlsx:Offer!B5 limits.loss: missing answer",
      expect.stringContaining("Offer!B6 contract.places: invalid value: 1.5"),
    ]);
    expect(read(sheetOf([head, ["provider", "x"]])).problems).toEqual([
      "a.xlsx:Offer: missing key: scenario",
      "a.xlsx:Offer: missing key: limits",
    ]);
  });

  it("must have the sheet and the headings, each once", () => {
    const other = sheetOf([["a"]], { name: "Sheet1" });
    expect(read(other, other).problems).toEqual([
      "a.xlsx: unknown sheets: Sheet1, Sheet1; expected a sheet Offer with the columns Your answer and Field; riskshare offer workbook writes one",
    ]);
    expect(read(sheetOf([["Field", "Answers, please"], ...whole])).problems).toEqual([
      "a.xlsx:Offer!A1: missing column: Your answer; expected the headings Your answer and Field in one row",
    ]);
    expect(read(sheetOf([[...head, "Your answer"], ...whole])).problems).toEqual([
      "a.xlsx:Offer!C1: duplicate column: Your answer",
    ]);
    expect(read().problems).toHaveLength(1);
  });

  it("are refused where merged cells leave it open whose an answer is, and read where they only look so", () => {
    const merged = (range: CellRange) =>
      read(sheetOf([head, ...whole, ["", "A note of ours"], []], { merged: [range] })).problems;
    const range = (firstRow: number, firstColumn: number, lastRow: number, lastColumn: number) => ({
      firstRow,
      firstColumn,
      lastRow,
      lastColumn,
    });
    expect(merged(range(3, 1, 4, 1))).toEqual([
      "a.xlsx:Offer!B4:B5: ambiguous answer: merged cells; expected a cell of its own for each answer and each field; take the merging away",
    ]);
    expect(merged(range(3, 0, 3, 1))).toHaveLength(1);
    expect(merged(range(3, 1, 3, 4))).toEqual([]);
    expect(merged(range(3, 2, 4, 4))).toEqual([]);
    expect(merged(range(5, 0, 6, 1))).toEqual([]);
  });

  it("note answers that stand beside no field, as totals do", () => {
    const { offer, notes } = read(sheetOf([head, ...whole, [], ["", { value: 13000, isFormula: true }]]));
    expect(offer!.limits.loss).toBe(5000);
    expect(notes).toEqual(["a.xlsx:Offer!B7 was not read: there is no field in A7"]);
  });
});

describe("cells", () => {
  it("have their names", () => {
    expect([
      cellName(0, 0),
      cellName(6, 2),
      cellName(9, 25),
      cellName(9, 26),
      cellName(0, 701),
      cellName(0, 702),
    ]).toEqual(["A1", "C7", "Z10", "AA10", "ZZ1", "AAA1"]);
  });

  it("never begin a formula, and give back the text that they were made from", () => {
    for (const text of [
      "=1+1",
      "+x",
      "-x",
      "@x",
      "\t=x",
      "\r=x",
      "  =x",
      "\uff1dx",
      "'=x",
      "''=x",
      "'x",
      "x",
      "",
      "x=1",
    ]) {
      const safe = safeCellText(text);
      expect([text, /^\s*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/.test(safe)]).toEqual([text, false]);
      expect(textOfCell(safe)).toBe(text);
    }
  });
});
