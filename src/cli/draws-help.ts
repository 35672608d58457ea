import { commonDrawsColumns, drawsKeys } from "../report/draws-columns.ts";
import { listLines, wrappedLines } from "../report/wrapped-lines.ts";
import { screenWidth } from "./screen-width.ts";

/** What each column of the draws means, below the help of the command. */
export function drawsHelp(): string {
  const width = screenWidth();
  const columns = [
    ...drawsKeys,
    ...commonDrawsColumns.map(({ name, sentence }) => [name, sentence] as const),
    [
      "owed_YEAR_pounds",
      "where there is a budget: what fell due in the financial year from April of YEAR",
    ] as const,
    [
      "ID.margin_pounds …",
      "of several contracts: margin, payment, referrals and jobOutcomes of contract ID",
    ] as const,
  ];
  const wide = Math.max(...columns.map(([name]) => name.length));
  const about =
    "Columns, one row a future and policy. Money is in pounds and says so in the name; people may be fractions under counts: expected; what does not exist is empty (null in JSON).";
  return [
    "",
    ...wrappedLines(about, width),
    ...columns.flatMap(([name, sentence]) => listLines(`  ${name.padEnd(wide)}  `, sentence, width)),
    "",
  ].join("\n");
}
