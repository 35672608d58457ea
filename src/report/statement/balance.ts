import type { Period } from "./period.ts";
import type { Balance, StatementLine } from "./statement.ts";

type Dated = Pick<StatementLine, "month" | "paidIn" | "pence">;

/** What was owed before some months, fell due and was paid in them, and is owed after them: each from the lines alone. */
export function balanceOf(lines: readonly Dated[], { from, to }: Pick<Period, "from" | "to">): Balance {
  return {
    broughtForwardPence: sumPence(lines.filter(({ month, paidIn }) => month < from && paidIn >= from)),
    duePence: sumPence(lines.filter(({ month }) => month >= from && month <= to)),
    paidPence: sumPence(lines.filter(({ paidIn }) => paidIn >= from && paidIn <= to)),
    carriedForwardPence: sumPence(lines.filter(({ month, paidIn }) => month <= to && paidIn > to)),
  };
}

export function sumPence(amounts: readonly { readonly pence: number }[]): number {
  return amounts.reduce((sum, { pence }) => sum + pence, 0);
}
