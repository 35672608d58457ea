import type { Problem } from "../../engine/problem.ts";
import type { ContractHistory } from "../history.ts";
import type { MonthRow } from "./month-rows.ts";
import { monthWords } from "./month-text.ts";

/** A contract's history out of its rows, with what was passed over; or why its months do not make one. */
export type ContractRead = {
  readonly contract?: ContractHistory;
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
};

/**
 * Puts a contract's rows in the order of their months and checks that each is there once, without a gap.
 *
 * Rows at the end without referrals are still to come and left out. Starts and outcomes that are blank at the end are not
 * known yet; outcomes that are blank before the first are none. Any other blank is a problem.
 */
export function contractMonths(
  name: string,
  contract: string,
  all: readonly MonthRow[],
  stages: readonly { readonly id: string; readonly of: string }[],
  hasStarts: boolean,
): ContractRead {
  const problems: Problem[] = [];
  const notes: string[] = [];
  const sorted = [...all].sort((a, b) => a.month.place - b.month.place);
  const last = sorted.findLastIndex(({ counts }) => counts.get("referrals") !== null);
  const rows = sorted.slice(0, last + 1);
  const called = contract === "" ? "" : ` of ${contract}`;
  if (rows.length < sorted.length)
    notes.push(
      `Months${called} after ${rows.length === 0 ? "none" : monthWords(rows.at(-1)!.month)} have no referrals written and are left out.`,
    );
  const at = (row: MonthRow, column: string) => `${name}:${row.line} ${column}`;
  if (rows.some(({ month }) => month.kind !== rows[0]!.month.kind))
    problems.push({
      where: at(rows.find(({ month }) => month.kind !== rows[0]!.month.kind)!, "month"),
      adjective: "ambiguous",
      noun: "months",
      found: "some as dates and some as numbers",
      expected: "all in one way",
    });
  else problems.push(...orderProblems(rows, called, at));
  const lists = (key: string, isOutcome: boolean): number[] => {
    const counts = rows.map((row) => row.counts.get(key) ?? null);
    const known = counts.findLastIndex((count) => count !== null) + 1;
    const first = counts.findIndex((count) => count !== null);
    return counts.slice(0, known).map((count, i) => {
      if (count === null && !(isOutcome && i < first))
        problems.push({
          where: at(rows[i]!, key),
          adjective: "missing",
          noun: "number",
          expected: "how many people; 0 where there were none",
        });
      return count ?? 0;
    });
  };
  const indicative = lists("indicative", false);
  const referrals = lists("referrals", false);
  if (rows.length > 0 && indicative.length < rows.length)
    problems.push({
      where: at(rows[indicative.length]!, "indicative"),
      adjective: "missing",
      noun: "number",
      expected: "how many referrals were indicated",
    });
  const starts = hasStarts ? lists("starts", false) : [];
  const outcomes = new Map(stages.map(({ id }) => [id, lists(id, true)]));
  const chain = [{ id: "starts", of: "referrals" }, ...stages];
  const sumOf = (id: string) =>
    (id === "referrals" ? referrals : id === "starts" ? starts : outcomes.get(id)!).reduce(
      (sum, x) => sum + x,
      0,
    );
  for (const { id, of } of hasStarts ? chain : [])
    if (sumOf(id) > sumOf(of) && rows.length > 0)
      problems.push({
        where: at(rows.at(-1)!, id),
        adjective: "invalid",
        noun: "total",
        found: `${sumOf(id)}${called}`,
        expected: `at most the ${sumOf(of)} of ${of}`,
        hint: "people cannot be counted before the step that leads there",
      });
  if (problems.length > 0 || rows.length === 0) return { notes, problems };
  const months = rows.map(({ month }) => monthWords(month));
  return { contract: { name: contract, months, indicative, referrals, starts, outcomes }, notes, problems };
}

function orderProblems(
  rows: readonly MonthRow[],
  called: string,
  at: (row: MonthRow, column: string) => string,
): Problem[] {
  const problems: Problem[] = [];
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1];
    if (before === undefined) continue;
    const step = row.month.place - before.month.place;
    if (step === 0)
      problems.push({
        where: at(row, "month"),
        adjective: "duplicate",
        noun: "month",
        found: `${monthWords(row.month)}${called}`,
        expected: "each month once",
        hint: `line ${before.line} has it too; several contracts need a column called contract, and days stand before months`,
      });
    if (step > 1)
      problems.push({
        where: at(row, "month"),
        adjective: "missing",
        noun: "month",
        found: `${monthWords({ ...row.month, place: before.month.place + 1 })}${called}`,
        expected: "every month up to the last",
        hint: "write 0 where nobody was referred",
      });
  }
  return problems;
}
