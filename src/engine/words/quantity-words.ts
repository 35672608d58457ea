import type { FactValue } from "../fact.ts";
import { type Valued, valueWords } from "./value-words.ts";

/** Units that are said behind a number, and what one of each is called. */
const singulars: Readonly<Record<string, string>> = {
  months: "month",
  days: "day",
  people: "person",
  places: "place",
  posts: "post",
};

/**
 * Writes a value with its unit, as people say it; money, shares and words need none.
 *
 * @example quantityWords({ unit: "months" }, 3) === "3 months"; quantityWords({ unit: "month" }, 3) === "month 3"
 */
export function quantityWords(of: Valued, value: FactValue): string {
  const month = of.unit === "month" && of.name !== "monthOfYear" ? "month " : "";
  return `${month}${valueWords(of, value)}${unitWords(of.unit, value)}`;
}

/** The unit behind a number, with the space before it; empty for money, shares and words. */
export function unitWords(unit: string, value: FactValue): string {
  if (typeof value !== "number" || !Object.hasOwn(singulars, unit)) return "";
  return ` ${value === 1 ? singulars[unit] : unit}`;
}
