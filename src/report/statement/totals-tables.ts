import { penniesWords } from "./pennies.ts";
import type { Statement, StatementYear } from "./statement.ts";
import { clauseWords, spanWords } from "./statement-words.ts";

/** A table of names and amounts as text, its first head being the name of the rows. */
export type TotalsTable = {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** What fell due in the period, clause by clause and contract year by contract year; the last row is the sum. */
export function clauseTotals({ clauses, contractYears }: Statement): TotalsTable {
  const many = contractYears.length > 1;
  const total = (place: number) => clauses.reduce((sum, { yearsPence }) => sum + yearsPence[place]!, 0);
  const row = (name: string, years: readonly number[], all: number) => [
    name,
    ...(many ? years.map(penniesWords) : []),
    penniesWords(all),
  ];
  return {
    heads: [
      "Clause",
      ...(many ? contractYears.map(({ period }) => period.name.replace("contract ", "")) : []),
      "due",
    ],
    rows: [
      ...clauses.map((clause) => row(clauseWords(clause), clause.yearsPence, clause.pence)),
      row(
        "All clauses",
        contractYears.map((_, place) => total(place)),
        clauses.reduce((sum, { pence }) => sum + pence, 0),
      ),
    ],
  };
}

/** Balances of the contract years and the financial years that the period is in, each cut to the period. */
export function yearTotals({ contractYears, financialYears, contractStart }: Statement): TotalsTable {
  const row = (of: StatementYear) => [
    `${of.period.name.charAt(0).toUpperCase()}${of.period.name.slice(1)} (${spanWords(of.period, contractStart)})`,
    ...[of.broughtForwardPence, of.duePence, of.paidPence, of.carriedForwardPence].map(penniesWords),
  ];
  return {
    heads: ["Year", "owed before", "due", "paid", "owed after"],
    rows: [...contractYears, ...financialYears].map(row),
  };
}
