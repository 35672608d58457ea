import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readOfferBase } from "../../src/cli/checked-offer.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { problemText } from "../../src/engine/problem.ts";
import type { OfferDocument } from "../../src/offer/offer-document.ts";
import { offerQuestions } from "../../src/offer/questions/all-questions.ts";
import { readOwnOffer } from "../../src/offer/read-own-offer.ts";
import { offerSheets } from "../../src/offer/workbook/offer-sheets.ts";
import { readOfferSheets } from "../../src/offer/workbook/read-offer-sheets.ts";
import { readWorkbook } from "../../src/workbook/read-workbook.ts";
import { writeWorkbook } from "../../src/workbook/write-workbook.ts";
import { workbookParts, zipped } from "./made-workbook.ts";

const path = "scenarios/own-offers/lone-parents-charity.yaml";
const { value } = parseDocument(path, readFileSync(path, "utf8"), "yaml");
const { $schema: _, ...shipped } = value as OfferDocument;
const { checked } = readOfferBase("dps-2017", () => "").base!;
const sections = offerQuestions(checked, checked.policies[0]!);
const sheetsOf = async (bytes: Uint8Array) => {
  const { sheets, problem } = await readWorkbook("a.xlsx", bytes);
  return sheets ?? [problemText(problem)];
};
const refusal = async (bytes: Uint8Array) => (await sheetsOf(bytes))[0];

describe("a workbook", () => {
  it("gives back the offer that it was written from, with a row for every question", async () => {
    const bytes = await writeWorkbook(offerSheets(shipped, sections));
    const { sheets } = await readWorkbook("a.xlsx", bytes);
    expect(sheets!.map(({ name }) => name)).toEqual(["Offer", "About"]);
    const { document, notes } = readOfferSheets("a.xlsx", sheets!, "a");
    expect([readOwnOffer(document).offer, notes]).toEqual([
      readOwnOffer({ value: shipped, problems: [], where: () => "" }).offer,
      [],
    ]);
    const fields = sheets![0]!.rows.map((row) => row[8]?.value);
    for (const { path: field } of sections.flatMap(({ questions }) => questions))
      expect(fields).toContain(field);
    expect(await writeWorkbook(offerSheets(shipped, sections))).toEqual(bytes);
  });

  it("keeps hostile names as text, and holds no formula", async () => {
    for (const provider of [
      '=HYPERLINK("http://x","y")',
      "+1",
      "-1",
      "@SUM(A1)",
      "'=x",
      "_x0041_",
      "a\"<&>]]>'b",
      "  a",
      "\u202eabc",
      "😀",
    ]) {
      const bytes = await writeWorkbook(offerSheets({ ...shipped, provider, title: "\t=x" }, sections));
      const parts = unzipSync(bytes);
      for (const part of Object.values(parts)) expect(strFromU8(part)).not.toMatch(/<f[\s>]/);
      const texts = [...strFromU8(parts["xl/sharedStrings.xml"]!).matchAll(/<t[^>]*>([^<]*)</g)];
      expect(texts.filter(([, text]) => /^\s*[=+\-@]/.test(text!))).toEqual([]);
      const { document } = readOfferSheets("a.xlsx", (await readWorkbook("a.xlsx", bytes)).sheets!, "a");
      expect(readOwnOffer(document).offer?.provider).toBe(provider.trim());
    }
  });

  it("tells formulas, faults, per cent, dates and merged cells", async () => {
    const rows =
      '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1"><f>NOW()</f></c></row>' +
      '<row r="3"><c r="A3" s="1"><v>0.75</v></c><c r="B3" s="2"><v>0.5</v></c><c r="C3" s="3"><v>45443</v></c><c r="D3" s="4"><v>3</v></c><c r="E3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F3" t="b"><v>1</v></c></row>';
    const after = '<mergeCells count="1"><mergeCell ref="B4:C9"/></mergeCells>';
    const [sheet] = await sheetsOf(zipped(workbookParts(rows, { after })));
    expect(sheet).toEqual({
      name: "Offer",
      rows: [
        [{ value: "x" }, { value: 2, isFormula: true }, { isFormula: true }, undefined, undefined, undefined],
        [undefined, undefined, undefined, undefined, undefined, undefined],
        [
          { value: 0.75, isPercent: true },
          { value: 0.5, isPercent: true },
          // Day 45443 of spreadsheets: 45292 is 1 January 2024, and 151 days later is 31 May of a leap year.
          { value: "2024-05-31", isDate: true },
          { value: 3 },
          { isFormula: true, fault: "#DIV/0!" },
          { value: true },
        ],
      ],
      merged: [{ firstRow: 3, firstColumn: 1, lastRow: 8, lastColumn: 2 }],
    });
    // Other programs put a prefix before every name.
    const prefixed = workbookParts("");
    prefixed["xl/worksheets/sheet1.xml"] =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>2</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await sheetsOf(zipped(prefixed))).toMatchObject([{ rows: [[{ value: 2, isFormula: true }]] }]);
  });

  it("is refused where it is none, damaged, old or with a password", async () => {
    expect(await refusal(strToU8("id: a"))).toBe(
      "a.xlsx: invalid workbook: a file that is no workbook; expected an XLSX workbook",
    );
    expect(await refusal(new Uint8Array())).toContain("no workbook");
    expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toContain(
      "an old workbook, or one with a password",
    );
    const good = await writeWorkbook(offerSheets(shipped, sections));
    expect(await refusal(good.slice(0, good.length / 2))).toContain("a damaged file");
    expect(await refusal(zipSync({ "a.txt": strToU8("a") }))).toContain("a damaged file");
    const { "xl/worksheets/sheet1.xml": __, ...lost } = workbookParts("");
    expect(await refusal(zipped(lost))).toContain("a damaged file");
    expect(await refusal(zipped(workbookParts("<row><c r=")))).toContain("invalid workbook");
  });

  it("is refused at once where it would unpack to more than any form, or says that it is small and is not", async () => {
    const big = new Uint8Array(9 * 1024 * 1024).fill(32);
    const bomb = zipSync({ "xl/worksheets/sheet1.xml": big });
    expect(bomb.length).toBeLessThan(20_000);
    expect(await refusal(bomb)).toContain("9 MiB when unpacked");
    // The size stands at 24 bytes in the entry of the directory at the end.
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = lying.length - 4; at > 0; at--)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    expect(await refusal(lying)).toContain("invalid workbook");
    const many = Object.fromEntries(Array.from({ length: 400 }, (____, n) => [`${n}.xml`, strToU8("<a/>")]));
    expect(await refusal(zipSync(many))).toContain("parts");
  });

  it("is refused where its rows, cells or names are none that a spreadsheet writes", async () => {
    const cell = '<c r="A1"><v>1</v></c>';
    expect(await sheetsOf(zipped(workbookParts(`<row r="1">${cell}</row>`)))).toMatchObject([
      { name: "Offer" },
    ]);
    for (const rows of [
      `<row r="999999999">${cell}</row>`,
      `<row r="2001">${cell}</row>`,
      `<row r="&#57;99999999">${cell}</row>`,
      `<row x=">" r="999999999">${cell}</row>`,
      `<row x="<" r="999999999">${cell}</row>`,
      `<row r=999999999>${cell}</row>`,
      '<row r="1"><c r="ZZZ1"><v>1</v></c></row>',
      '<row r="1"><c><v>1</v></c></row>',
      `<!-- <row r="1"/> --><row r="1">${cell}</row>`,
      "<row/>".repeat(2001),
    ])
      expect([rows.slice(0, 40), await refusal(zipped(workbookParts(rows)))]).toEqual([
        rows.slice(0, 40),
        expect.stringContaining("over 2,000 rows or 200 columns, or damaged"),
      ]);
    const defined = workbookParts("");
    defined["xl/workbook.xml"] = `<!DOCTYPE a [<!ENTITY b "c">]>${defined["xl/workbook.xml"]}`;
    expect(await refusal(zipped(defined))).toContain("definitions of its own");
    // Reading must take no longer than its length, whatever is never closed.
    const start = performance.now();
    for (const text of ['<c "'.repeat(500_000), "<c ".repeat(500_000), '<c a="'.repeat(300_000)])
      expect(await refusal(zipped(workbookParts(text)))).toContain("invalid workbook");
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
