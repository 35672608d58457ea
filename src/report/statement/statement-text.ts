import { escapedText } from "../../engine/shown-text.ts";
import type { Emphasis } from "../emphasis.ts";
import { sourceWords } from "../source-words.ts";
import { padToWidth, visibleWidth } from "../visible-width.ts";
import { listLines, wrappedLines } from "../wrapped-lines.ts";
import { penniesWords } from "./pennies.ts";
import type { Statement, StatementLine, StatementMonth } from "./statement.ts";
import {
  balanceWords,
  clauseWords,
  endWords,
  headEntries,
  isQuiet,
  monthHeading,
  monthRuns,
  numbersWords,
  ownWords,
  paidInWords,
  quietWords,
  reconciliationSentences,
  workingWords,
} from "./statement-words.ts";
import { amountTable, besideEachOther, type TextColumn } from "./text-columns.ts";
import { clauseTotals, type TotalsTable, yearTotals } from "./totals-tables.ts";

export type StatementTextOptions = { readonly width: number; readonly emphasis: Emphasis };

/** From this width on a line's clause, working, month of payment and amount stand beside each other. */
const leastWide = 110;
const mostWide = 140;

/** A statement as people read it in a terminal: head, months, totals, and how they were checked. */
export function statementText(of: Statement, options: StatementTextOptions): string {
  const width = Math.min(options.width, mostWide);
  const { bold, dim } = options.emphasis;
  const title = (text: string) => wrappedLines(text, width).map(bold);
  const wrap = (text: string) => wrappedLines(text, width);
  const cited = of.sources.flatMap((source, s) =>
    of.lines.some(({ sources }) => sources.includes(s))
      ? listLines(`  [${s + 1}] `, escapedText(sourceWords({ ...source, quote: undefined })), width)
      : [],
  );
  const table = ({ heads, rows }: TotalsTable) => amountTable(["", ...heads.slice(1)], rows, width);
  const lines = [
    ...title("STATEMENT OF ACCOUNT"),
    ...headLines(of, width),
    "",
    ...(width >= leastWide
      ? besideEachOther(
          ["Line", "Clause and source", "How it comes about", "Paid in month", "Due"],
          wideColumns(width),
        ).map(dim)
      : []),
    ...monthRuns(of.months).flatMap((run) => monthLines(of, run, width, options.emphasis)),
    ...(of.clauses.length === 0
      ? []
      : [...title("What fell due, clause by clause"), ...table(clauseTotals(of)), ""]),
    ...(of.period.kind === "month" ? [] : [...title("Year by year"), ...table(yearTotals(of)), ""]),
    ...title("Reconciliation"),
    ...reconciliationSentences(of).flatMap(wrap),
    ...(cited.length === 0 ? [] : ["", ...title("Sources"), ...cited]),
  ];
  return `${lines.join("\n")}\n`;
}

function headLines(of: Statement, width: number): string[] {
  const entries = headEntries(of);
  const inset = width < 60 ? 0 : Math.max(...entries.map(([name]) => visibleWidth(name))) + 2;
  return entries.flatMap(([name, words]) =>
    inset === 0
      ? listLines("", `${name}: ${words}`, width)
      : listLines(padToWidth(name, inset, "end"), words, width),
  );
}

function monthLines(
  of: Statement,
  run: readonly StatementMonth[],
  width: number,
  { bold, dim }: Emphasis,
): string[] {
  const { contractStart } = of;
  const month = run[0]!;
  if (isQuiet(month)) return [...wrappedLines(quietWords(run, contractStart), width).map(dim), ""];
  const inset = "      ";
  const say = (text: string) => listLines(inset, text, width);
  return [
    ...wrappedLines(monthHeading(contractStart, month.month), width).map(bold),
    ...of.lines.filter((line) => line.month === month.month).flatMap((line) => lineLines(of, line, width)),
    ...(month.due.length === 0 ? say("Nothing fell due.") : []),
    ...(month.paid.length === 0 ? [] : say(`Paid this month: ${numbersWords(month.paid)}.`)),
    ...(month.end === null ? [] : say(endWords(month.end))),
    ...say(balanceWords(month)).map(bold),
    ...(month.own === undefined ? [] : say(ownWords(month.own)).map(dim)),
    "",
  ];
}

function lineLines(of: Statement, line: StatementLine, width: number): string[] {
  const { contractStart } = of;
  const name = `${clauseWords(line)} ${line.sources.map((s) => `[${s + 1}]`).join("")}`.trimEnd();
  const amount = penniesWords(line.pence);
  const working = escapedText(workingWords(line));
  const paid = paidInWords(line, contractStart);
  if (width >= leastWide)
    return besideEachOther(
      [`${line.number}`, name, working, paid.replace(/^month /, ""), amount],
      wideColumns(width),
    );
  const number = `${padToWidth(`${line.number}`, 4, "start")}  `;
  const room = width - number.length - amount.length - 2;
  const [first = "", ...more] = wrappedLines(name, Math.max(room, 10));
  return [
    `${number}${padToWidth(first, room, "end")}  ${amount}`,
    ...more.map((text) => `      ${text}`),
    ...listLines("      ", `${working.replace(/\.$/, "")}; paid in ${paid}.`, width),
  ];
}

function wideColumns(width: number): TextColumn[] {
  const fixed = { number: 4, clause: 32, paid: 18, amount: 15 };
  const working = width - fixed.number - fixed.clause - fixed.paid - fixed.amount - 8;
  return [
    { width: fixed.number, side: "start" },
    { width: fixed.clause, side: "end" },
    { width: working, side: "end" },
    { width: fixed.paid, side: "end" },
    { width: fixed.amount, side: "start" },
  ];
}
