import { nameWords } from "../../engine/words/name-words.ts";
import { numberWords } from "../../engine/words/value-words.ts";
import type { ExplainedMonth, ExplainedPath } from "../../report/explained-path.ts";
import { shownPounds } from "../../report/shown-number.ts";
import type { TableData } from "../data-table.ts";

/** Every month of a future as a row: people, what each output owed, and what that did to the provider's cash. */
export function toldMonths({ months, afterwards }: ExplainedPath): TableData {
  const outputs = [...new Set(months.flatMap((month) => month.payments.map(({ output }) => output)))].filter(
    (output) => months.some((month) => paid(month, output) !== 0),
  );
  const settles = months.some((month) => month.settlement !== 0);
  const charges = [...months, ...afterwards].some((month) => month.interest !== 0);
  const money = (title: string) => ({ title, words: shownPounds });
  const count = (title: string) => ({ title, words: numberWords });
  return {
    columns: [
      { title: "Month" },
      { title: "Phase" },
      ...["Referrals", "Indicated", "Starts"].map(count),
      ...outputs.map((output) => money(`Owed: ${nameWords(output)}`)),
      ...(settles ? [money("Owed: cancellation fee")] : []),
      ...["Cost", "Received", ...(charges ? ["Cost of capital"] : []), "Cash at end"].map(money),
    ],
    rows: [
      ...months.map((month) => [
        String(month.month),
        month.live ? nameWords(month.phase) : "ended",
        month.referrals,
        month.indicativeReferrals,
        month.starts,
        ...outputs.map((output) => paid(month, output)),
        ...(settles ? [month.settlement] : []),
        month.cost,
        month.received,
        ...(charges ? [month.interest] : []),
        month.cash,
      ]),
      ...afterwards.map((month) => [
        String(month.month),
        "payments still to come",
        0,
        0,
        0,
        ...outputs.map(() => 0),
        ...(settles ? [0] : []),
        0,
        month.received,
        ...(charges ? [month.interest] : []),
        month.cash,
      ]),
    ],
  };
}

function paid({ payments }: ExplainedMonth, output: string): number {
  const pounds = payments.reduce((sum, payment) => sum + (payment.output === output ? payment.pounds : 0), 0);
  return Math.round(pounds * 100) / 100;
}
