import { calendarMonth, financialYearName } from "./calendar.ts";

/** What a statement is asked for. */
export type AskedPeriod =
  | { readonly kind: "contract" }
  | { readonly kind: "contractYear" | "financialYear" | "month"; readonly number: number };

/** The months that a statement, or a part of it, is about. */
export type Period = {
  readonly kind: AskedPeriod["kind"];
  /** In words: "contract year 2", "financial year 2017-18". */
  readonly name: string;
  readonly from: number;
  readonly to: number;
};

/** Finds the months of a period; `last` is the last month in which anything is due or can be paid. */
export function periodOf(asked: AskedPeriod, contractStart: string, last: number): Period {
  if (asked.kind === "contract") return { kind: asked.kind, name: "the whole contract", from: 1, to: last };
  const { kind, number } = asked;
  if (kind === "month") return { kind, name: `month ${number}`, from: number, to: number };
  const own = yearsWithin({ from: 1, to: last }, kind, contractStart).find((year) => year.number === number);
  if (own === undefined) throw new Error(`${kind} ${number} is not among the months 1 to ${last}`);
  return own.period;
}

/** The contract years or financial years that some months are in, cut to those months. */
export function yearsWithin(
  { from, to }: Pick<Period, "from" | "to">,
  kind: "contractYear" | "financialYear",
  contractStart: string,
): { readonly number: number; readonly period: Period }[] {
  const years = new Map<number, { from: number; to: number }>();
  for (let month = from; month <= to; month++) {
    const number = calendarMonth(contractStart, month)[kind];
    years.set(number, { from: years.get(number)?.from ?? month, to: month });
  }
  return [...years].map(([number, months]) => ({
    number,
    period: {
      kind,
      name:
        kind === "contractYear" ? `contract year ${number}` : `financial year ${financialYearName(number)}`,
      ...months,
    },
  }));
}
