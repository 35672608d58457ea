import type { Interval } from "../../calibrate/interval.ts";
import { fixedSpace } from "../shown-number.ts";

/** Higher ends say no more than that nothing is known. */
const most = 10;

/** A share of 1 as a percentage: whole, or to a tenth where that is no more than its interval can tell. */
export function shareWords({ value, low, high }: Interval): { value: string; interval: string } {
  const isFine = high - low < 0.03 || value < 0.1;
  const text = (share: number) => {
    if (share > most) return `over ${wholeWords(most * 100)}`;
    const plain = (share * 100).toFixed(isFine ? 1 : 0);
    return plain.replace(/\.0$/, "");
  };
  return {
    value: `${text(value)}${fixedSpace}%`,
    interval: `${text(low)} to ${text(high)}${fixedSpace}%`,
  };
}

/** A number without a unit, to two decimals. */
export function plainWords({ value, low, high }: Interval): { value: string; interval: string } {
  const text = (number: number) => number.toFixed(2);
  return { value: text(value), interval: `${text(low)} to ${text(high)}` };
}

/** A chance as people say it: in per cent, or as less than one in a thousand. */
export function chanceWords(chance: number): string {
  if (chance < 0.001) return "less than 1 in 1,000";
  if (chance < 0.0995) return `${(chance * 100).toFixed(1)}${fixedSpace}%`;
  return `${(chance * 100).toFixed(0)}${fixedSpace}%`;
}

/** A number of people with commas between thousands, to the nearest whole. */
export function wholeWords(value: number): string {
  return String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

/** A count with its noun: 1 month, 2 months, 1,200 months. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${wholeWords(count)} ${Math.round(count) === 1 ? one : many}`;
}
