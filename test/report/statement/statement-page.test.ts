import { beforeAll, describe, expect, it } from "vitest";
import { noEmphasis } from "../../../src/report/emphasis.ts";
import type { Statement } from "../../../src/report/statement/statement.ts";
import { statementCsv } from "../../../src/report/statement/statement-csv.ts";
import { statementHtml } from "../../../src/report/statement/statement-html.ts";
import { statementJson } from "../../../src/report/statement/statement-json.ts";
import { statementText } from "../../../src/report/statement/statement-text.ts";
import { visibleWidth } from "../../../src/report/visible-width.ts";
import { shippedScenario } from "../../laws/shipped-scenarios.ts";
import { elementsOf } from "../markup-check.ts";
import { tell } from "./told-statement.ts";

const hostile = `=cmd|'/c calc'!A1 <script>alert("1")</script>\u202e\u001b[2J`;
let plain: Statement;
let own: Statement;
let changed: Statement;

beforeAll(async () => {
  const checked = shippedScenario("dps-2017");
  const { statement } = await tell(checked, 0, "page", 2);
  [plain, own] = [statement(), statement(undefined, true)];
  // What a file names may hold anything.
  changed = {
    ...own,
    about: { ...own.about, title: hostile, seed: hostile, policy: { ...own.about.policy, title: hostile } },
    lines: own.lines.map((line) => ({ ...line, clause: hostile, why: hostile })),
    clauses: own.clauses.map((clause) => ({ ...clause, clause: hostile })),
    sources: own.sources.map(() => ({ document: hostile, section: hostile })),
  };
});

const text = (of: Statement, width: number) => statementText(of, { width, emphasis: noEmphasis });

describe("a statement as text", () => {
  it.each([40, 60, 80, 100, 120, 200])(
    "fits %i columns, with every line, both balances and the check",
    (width) => {
      for (const of of [plain, own, changed]) {
        const written = text(of, width);
        // An address is never cut.
        for (const line of written.split("\n"))
          if (!/https?:\/\//.test(line)) expect(visibleWidth(line), line).toBeLessThanOrEqual(width);
        expect(written).not.toMatch(/undefined|NaN|null|\[object|\u202e/);
        expect(written).not.toContain("\u001b");
        const words = written.replace(/\s+/g, " ");
        expect(words).toContain("Opening owed £0.00 + due £");
        expect(words).toContain("checked against both ways of calculation, difference £0.00.");
      }
    },
  );

  it("shows counts times prices, both months, and the provider's own side only where it was asked for", () => {
    const line = plain.lines.find(({ price }) => price !== undefined && price.quantity > 1)!;
    const { quantity, ratePence } = line.price!;
    const pounds = (pence: number) =>
      `£${(pence / 100).toLocaleString("en-GB", { minimumFractionDigits: 2 })}`;
    expect(text(plain, 80).replace(/\s+/g, " ")).toContain(
      `${quantity} ${line.price!.unit} × ${pounds(ratePence)} = ${pounds(line.pence)}; paid in month ${line.paidIn}, `,
    );
    expect(text(plain, 80)).not.toContain("Provider's own");
    expect(text(own, 80)).toContain("Provider's own: cost £");
    expect(JSON.stringify(statementJson(plain))).not.toMatch(/"cash"|"marginToDate"/);
  });

  it("tells months in which nothing moved in one line", () => {
    expect(text(plain, 100)).toMatch(/^Months? \d+(–\d+)?, .*: nothing due, nothing paid, nothing owed\.$/m);
  });
});

describe("a statement as CSV", () => {
  it("has a row a line, whose last amounts add up to what was due and paid in the period", () => {
    const rows = statementCsv(plain).trimEnd().split("\r\n").map(cellsOf);
    const [heads, ...lines] = rows as [string[], ...string[][]];
    expect(lines.length).toBe(plain.lines.length);
    const column = (name: string) => lines.map((line) => Number(line[heads.indexOf(name)]));
    const total = (name: string) => Math.round(column(name).reduce((a, b) => a + b, 0) * 100);
    expect(total("due_in_period_pounds")).toBe(plain.reconciliation.period.duePence);
    expect(total("paid_in_period_pounds")).toBe(plain.reconciliation.period.paidPence);
    for (const line of lines) {
      const [quantity, rate, amount] = ["quantity", "rate_pounds", "amount_pounds"].map(
        (name) => line[heads.indexOf(name)]!,
      );
      if (quantity !== "")
        expect(Math.round(Number(quantity) * Number(rate) * 100)).toBe(Math.round(Number(amount) * 100));
    }
  });

  it("never lets a cell begin a formula", () => {
    for (const row of statementCsv(changed).trimEnd().split("\r\n").slice(1))
      for (const cell of cellsOf(row)) expect(cell).not.toMatch(/^[=+@]|^-(?!\d)/);
  });
});

/** The cells of one row, as RFC 4180 has them. */
function cellsOf(row: string): string[] {
  return [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
    .slice(0, -1)
    .map(([, cell = ""]) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}

describe("a statement as a page", () => {
  it("is well formed, fetches nothing, and nothing from a file becomes an element", () => {
    for (const of of [plain, own, changed]) {
      const html = statementHtml(of);
      const elements = elementsOf(html);
      for (const { name, attributes } of elements) {
        expect(["script", "img", "link", "iframe", "object", "base", "form"]).not.toContain(name);
        for (const key of attributes.keys()) expect(key).not.toMatch(/^on|^src$|^href$/);
      }
      const ids = elements.flatMap(({ attributes }) => attributes.get("id") ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      expect(html).not.toMatch(/@import|url\(|undefined|NaN|\[object|\u202e/);
      expect(html).toContain("default-src &#39;none&#39;");
    }
    expect(statementHtml(changed)).toContain("&lt;script&gt;");
  });

  it("has a row for every line, under the month in which it fell due", () => {
    const html = statementHtml(plain);
    for (const { number } of plain.lines) expect(html).toContain(`<th scope="row">${number}</th>`);
    expect(html.match(/<tr class="balance">/g)).toHaveLength(
      plain.months.filter(({ due, paid, end }) => due.length + paid.length > 0 || end !== null).length,
    );
  });
});

it("as JSON it keeps every amount in pounds, and the checks with both sides", () => {
  const json = statementJson(own);
  expect(json.schema).toBe("riskshare.statement/1");
  const sum = json.lines.reduce((all, { amount }) => all + Math.round(amount * 100), 0);
  expect(sum).toBe(Math.round(json.reconciliation.contract.simulated * 100));
  for (const { difference } of json.reconciliation.checks) expect(difference).toBe(0);
  for (const { calendarMonth, paidInCalendarMonth } of json.lines)
    for (const month of [calendarMonth, paidInCalendarMonth])
      expect(month).toMatch(/^20\d\d-(0[1-9]|1[0-2])$/);
});
