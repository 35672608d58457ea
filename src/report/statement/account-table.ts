import { scrollable } from "../html/data-table.ts";
import { element, type Markup, together } from "../markup.ts";
import { monthWords } from "./calendar.ts";
import { penniesWords } from "./pennies.ts";
import type { Statement, StatementLine, StatementMonth } from "./statement.ts";
import {
  balanceWords,
  clauseWords,
  endWords,
  isQuiet,
  monthHeading,
  monthRuns,
  numbersWords,
  ownWords,
  paidInWords,
  quietWords,
  workingWords,
} from "./statement-words.ts";

/** The months of a statement as a table, each month a group of rows: its lines, what was paid, and the balance. */
export function accountTable(of: Statement): Markup {
  const heads = ["Line", "Clause and source", "How it comes about", "Paid in month", "Due"];
  const head = element(
    "tr",
    {},
    heads.map((text, h) =>
      element("th", { scope: "col", class: h === heads.length - 1 ? "amount" : undefined }, text),
    ),
  );
  const groups = monthRuns(of.months).map((run) => element("tbody", {}, monthRows(of, run)));
  return scrollable(
    "Month by month",
    element("table", { class: "account" }, element("thead", {}, head), groups),
  );
}

function monthRows(of: Statement, run: readonly StatementMonth[]): Markup[] {
  const { contractStart } = of;
  const month = run[0]!;
  const wide = (kind: string, text: string) =>
    element(
      "tr",
      { class: kind },
      element("td", { class: "none" }),
      element("td", { colspan: 4 }, wholeAmounts(text)),
    );
  if (isQuiet(month))
    return [element("tr", { class: "quiet" }, element("td", { colspan: 5 }, quietWords(run, contractStart)))];
  const heading = monthHeading(contractStart, month.month);
  const years = heading.indexOf(" (");
  return [
    element(
      "tr",
      { class: "month" },
      element(
        "th",
        { scope: "rowgroup", colspan: 5 },
        heading.slice(0, years),
        element("span", {}, heading.slice(years)),
      ),
    ),
    ...of.lines.filter((line) => line.month === month.month).map((line) => lineRow(of, line)),
    ...(month.due.length === 0 ? [wide("said", "Nothing fell due.")] : []),
    ...(month.paid.length === 0 ? [] : [wide("said", `Paid this month: ${numbersWords(month.paid)}.`)]),
    ...(month.end === null ? [] : [wide("said", endWords(month.end))]),
    wide("balance", balanceWords(month)),
    ...(month.own === undefined ? [] : [wide("own", ownWords(month.own))]),
  ];
}

function lineRow({ contractStart }: Statement, line: StatementLine): Markup {
  const { paidIn, month } = line;
  const paid =
    paidIn === month ? paidInWords(line, contractStart) : `${paidIn}, ${monthWords(contractStart, paidIn)}`;
  const marks = line.sources.map((s) => `[${s + 1}]`).join("");
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, line.number),
    element("td", {}, `${clauseWords(line)} ${marks}`.trimEnd()),
    element("td", {}, wholeAmounts(workingWords(line))),
    element("td", { class: "paid-in" }, paid),
    element("td", { class: "amount" }, penniesWords(line.pence)),
  );
}

/** Text in which no line breaks within an amount. */
function wholeAmounts(text: string): Markup[] {
  return text
    .split(/(−?£[\d,.]*\d)/)
    .map((part, p) => (p % 2 === 0 ? together(part) : element("span", { class: "number" }, part)));
}
