import type { FactValue } from "../fact.ts";
import { round } from "../money.ts";
import { nameWords } from "./name-words.ts";

/** What must be known of a fact or parameter to write its value. */
export type Valued = { readonly name?: string; readonly unit: string };

/**
 * Writes pence as pounds, with pennies only where there are any.
 *
 * @example poundsWords(280050) === "£2,800.50"; poundsWords(-40000) === "−£400"
 */
export function poundsWords(pence: number): string {
  const size = round(Math.abs(pence));
  const pounds = grouped(Math.floor(size / 100));
  const rest = size % 100;
  const sign = pence < 0 && size > 0 ? "−" : "";
  return `${sign}£${pounds}${rest === 0 ? "" : `.${String(rest).padStart(2, "0")}`}`;
}

/** Writes a number with commas between thousands and at most four decimals (more only for very small ones). */
export function numberWords(value: number): string {
  const size = Math.abs(value);
  const text = size !== 0 && size < 0.00005 ? size.toPrecision(2) : String(Number(size.toFixed(4)));
  const [whole, decimals] = text.split(".") as [string, string?];
  const number = /^\d+$/.test(whole) ? grouped(Number(whole)) : whole;
  return `${value < 0 ? "−" : ""}${number}${decimals === undefined ? "" : `.${decimals}`}`;
}

/** Writes a value as people read it: pence and pounds as money, shares in per cent, words with spaces. */
export function valueWords(of: Valued, value: FactValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") {
    if (of.name === "fault") return faults[value] ?? nameWords(value);
    return /[\s-]/.test(value) ? value : nameWords(value);
  }
  if (of.unit === "pence") return poundsWords(value);
  if (of.unit === "pounds") return poundsWords(value * 100);
  if (of.unit === "share") return `${numberWords(value * 100)}\u00a0%`; // at a fixed space no line is broken
  if (of.name === "monthOfYear") return calendarMonths[value - 1] ?? numberWords(value);
  if (of.name === "financialYear") return `${value}/${String((value + 1) % 100).padStart(2, "0")}`;
  return numberWords(value);
}

const faults: Readonly<Record<string, string>> = {
  commissioner: "the commissioner's",
  provider: "the provider's",
  shared: "shared",
  neither: "nobody's",
};

/** The months of the calendar, January first. */
export const calendarMonths: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ",");
}
