import { calendarMonths } from "../../engine/words/value-words.ts";

/** A month of a contract on the calendar. */
export type CalendarMonth = {
  readonly month: number;
  readonly contractYear: number;
  /** The year in which the financial year begins, in April. */
  readonly financialYear: number;
  readonly calendarYear: number;
  /** From 1, January. */
  readonly monthOfYear: number;
};

/** Places a month of a contract, counted from 1, on the calendar; payments may fall after the last. */
export function calendarMonth(contractStart: string, month: number): CalendarMonth {
  const [startYear, startMonth] = contractStart.split("-").map(Number) as [number, number];
  const months = startMonth - 1 + month - 1;
  const calendarYear = startYear + Math.floor(months / 12);
  const monthOfYear = (months % 12) + 1;
  return {
    month,
    contractYear: Math.floor((month - 1) / 12) + 1,
    financialYear: monthOfYear >= 4 ? calendarYear : calendarYear - 1,
    calendarYear,
    monthOfYear,
  };
}

/** @example monthWords("2017-04-01", 3) === "June 2017" */
export function monthWords(contractStart: string, month: number): string {
  const { monthOfYear, calendarYear } = calendarMonth(contractStart, month);
  return `${calendarMonths[monthOfYear - 1]} ${calendarYear}`;
}

/** @example monthMark("2017-04-01", 3) === "2017-06" */
export function monthMark(contractStart: string, month: number): string {
  const { monthOfYear, calendarYear } = calendarMonth(contractStart, month);
  return `${calendarYear}-${String(monthOfYear).padStart(2, "0")}`;
}

/** @example financialYearName(2017) === "2017-18" */
export function financialYearName(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, "0")}`;
}
