import { csvFile } from "../csv-cell.ts";
import { sourceWords } from "../source-words.ts";
import { calendarMonth, financialYearName, monthMark } from "./calendar.ts";
import type { Statement } from "./statement.ts";
import { workingWords } from "./statement-words.ts";

const heads = [
  "line",
  "contract_month",
  "calendar_month",
  "contract_year",
  "financial_year",
  "clause",
  "item",
  "clause_id",
  "quantity",
  "unit",
  "rate_pounds",
  "amount_pounds",
  "working",
  "paid_in_contract_month",
  "paid_in_calendar_month",
  "due_in_period_pounds",
  "paid_in_period_pounds",
  "source",
];

/** The lines of a statement for a spreadsheet; the last two amounts add up to what was due and paid in its period. */
export function statementCsv(of: Statement): string {
  const { contractStart, period, lines, sources } = of;
  const within = (month: number) => month >= period.from && month <= period.to;
  const rows = lines.map((line) => {
    const { contractYear, financialYear } = calendarMonth(contractStart, line.month);
    const pounds = line.pence / 100;
    return [
      line.number,
      line.month,
      monthMark(contractStart, line.month),
      contractYear,
      financialYearName(financialYear),
      line.clause,
      line.item,
      line.ruleset,
      line.price?.quantity ?? null,
      line.price?.unit ?? null,
      line.price === undefined ? null : poundsOf(line.price.ratePence),
      pounds,
      workingWords(line),
      line.paidIn,
      monthMark(contractStart, line.paidIn),
      within(line.month) ? pounds : null,
      within(line.paidIn) ? pounds : null,
      line.sources.map((s) => sourceWords({ ...sources[s]!, quote: undefined })).join("; "),
    ];
  });
  return csvFile(heads, rows);
}

/** A price in pounds without what binary fractions add. */
export function poundsOf(pence: number): number {
  return Number((pence / 100).toFixed(8));
}
