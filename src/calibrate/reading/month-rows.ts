import type { Problem } from "../../engine/problem.ts";
import { readCount } from "./count-text.ts";
import type { CsvRow } from "./csv-rows.ts";
import type { Column } from "./header-row.ts";
import { type MonthRead, readMonth } from "./month-text.ts";

/** One month of one contract as a row has it; null where a cell is blank, absent where it is a problem. */
export type MonthRow = {
  readonly line: number;
  readonly contract: string;
  readonly month: MonthRead;
  /** By header role: `indicative`, `referrals`, `starts`, and outcomes by their ids. */
  readonly counts: ReadonlyMap<string, number | null>;
};

const totals = /^(grand |sub ?-?|overall |year(ly)? |annual )?(totals?|sum|average|mean)\b|\btotals?$/i;
const longestName = 100;

/** Reads the rows under the headers; rows of totals and repeated headers are passed over and counted. */
export function monthRows(
  name: string,
  rows: readonly CsvRow[],
  columns: readonly Column[],
  separator: string,
): { rows: MonthRow[]; passedOver: { totals: number; headers: number }; problems: Problem[] } {
  const read: MonthRow[] = [];
  const problems: Problem[] = [];
  const passedOver = { totals: 0, headers: 0 };
  const monthColumn = columns.find(({ role }) => role === "month")!;
  const contractColumn = columns.find(({ role }) => role === "contract");
  for (const { line, cells } of rows) {
    const cell = (column: Column) => cells[column.place] ?? "";
    const label = cell(monthColumn);
    const contract = contractColumn === undefined ? "" : cell(contractColumn);
    if (totals.test(label) || totals.test(contract) || (label === "" && totals.test(cells[0] ?? ""))) {
      passedOver.totals++;
      continue;
    }
    if (columns.every((column) => cell(column) === column.header)) {
      passedOver.headers++;
      continue;
    }
    const where = (column: Column) => `${name}:${line} ${column.header}`;
    const counts = new Map<string, number | null>();
    const month = readMonth(label);
    if (month === undefined) problems.push(monthProblem(where(monthColumn), label));
    if (contractColumn !== undefined && (contract === "" || contract.length > longestName))
      problems.push({
        where: where(contractColumn),
        adjective: contract === "" ? "missing" : "invalid",
        noun: "name",
        ...(contract !== "" && { found: contract }),
        expected: `the contract's name, of at most ${longestName} letters`,
      });
    for (const column of columns) {
      const { role } = column;
      if (role === "month" || role === "contract") continue;
      const text = cell(column);
      const count = readCount(text, separator, role === "indicative" ? "fractions" : "whole");
      if ("adjective" in count)
        problems.push({
          where: where(column),
          adjective: count.adjective,
          noun: "number",
          found: text,
          expected:
            role === "indicative" ? "how many people, 0 or more" : "a whole number of people, 0 or more",
          ...(count.hint !== undefined && { hint: count.hint }),
        });
      else counts.set(typeof role === "object" ? role.stage.id : role, "blank" in count ? null : count.value);
    }
    // Months in which another cell is wrong still stand between those before and after.
    if (month !== undefined) read.push({ line, contract, month, counts });
  }
  return { rows: read, passedOver, problems };
}

function monthProblem(where: string, found: string): Problem {
  const isSerial = /^\d{5}(\.\d+)?$/.test(found);
  const isAmerican = /^\d{1,2}\/(1[3-9]|2\d|3[01])\/\d{2,4}$/.test(found);
  return {
    where,
    adjective: found === "" ? "missing" : "invalid",
    noun: "month",
    ...(found !== "" && { found }),
    expected: "a month, such as 2022-04, Apr 2022, 30/04/2022 or 1",
    ...(isSerial && { hint: "a spreadsheet's own number for a day: format the column as a date" }),
    ...(isAmerican && { hint: "days stand before months here" }),
  };
}
