import type { LedgerColumns } from "../sim/risk/ledger-columns.ts";
import { csvCell } from "./csv-cell.ts";

/** Columns that count people, months, posts, yes or no; all others are pence. */
const counted = new Set([
  "peakFundingMonth",
  "referrals",
  "starts",
  "jobOutcomes",
  "terminated",
  "handedBack",
  "endMonth",
  "ended",
  "endedInReferrals",
  "postsLost",
  "overBudget",
]);

export type DrawnPolicy = {
  readonly id: string;
  readonly priceScale: number;
  readonly ledger: LedgerColumns;
};

/** The head of a table of draws: the future, the policy, and every column that a run keeps. */
export function drawsHead(policies: readonly DrawnPolicy[]): string {
  return csvLine(["future", "policy", "priceScale", ...namesOf(policies)]);
}

/** The rows of some futures, one a future and policy: futures are counted from 1, money is in pounds. */
export function drawsRows(
  policies: readonly DrawnPolicy[],
  from: number,
  to: number,
  form: "csv" | "json" = "csv",
): string {
  const names = namesOf(policies);
  const lines: string[] = [];
  for (let path = from; path < to; path++) {
    for (const { id, priceScale, ledger } of policies) {
      const values = names.map((name) => {
        const value = ledger[name]![path]!;
        return isCounted(name) ? value : value / 100;
      });
      if (form === "csv") lines.push(csvLine([path + 1, id, priceScale, ...values]));
      else {
        const named = Object.fromEntries(names.map((name, n) => [name, values[n]!]));
        lines.push(`${JSON.stringify({ future: path + 1, policy: id, priceScale, ...named })}\n`);
      }
    }
  }
  return lines.join("");
}

function namesOf(policies: readonly DrawnPolicy[]): string[] {
  return Object.keys(policies[0]!.ledger);
}

function isCounted(name: string): boolean {
  return counted.has(name.split(".").at(-1)!);
}

function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
