import type { Unit } from "../sim/risk/estimate.ts";

/** A space at which no line is broken, so that 95 and its % stay together. */
export const fixedSpace = "\u00a0";
const minus = "\u2212";

/** How a number is written: with a sign always, without its £ or % where a neighbour has it, pounds in millions. */
export type NumberStyle = { readonly signed?: boolean; readonly bare?: boolean; readonly millions?: boolean };

/**
 * Writes a number of a unit, rounded to a step: pounds with thousands separators, chances as percentages.
 *
 * @example shownNumber(-1234.56, "pounds", 1) === "−£1,235"
 */
export function shownNumber(value: number, unit: Unit, step: number, style: NumberStyle = {}): string {
  const inMillions = unit === "pounds" && style.millions === true;
  const isShare = unit === "probability" || unit === "share";
  const scale = isShare ? 100 : inMillions ? 1e-6 : 1;
  const rounded = Math.round(Math.abs(value) / step) * step * scale;
  const digits = decimalsOf(step * scale);
  const body = grouped(rounded.toFixed(digits));
  if (isShare && style.signed !== true && style.bare !== true) {
    // Rounded to nothing or to certainty, yet neither: it is said as a bound.
    const bound = (scale * step).toFixed(digits);
    if (value > 0 && Number(body) === 0) return `<${bound}${fixedSpace}%`;
    if (value < 1 && Number(body) === 100) return `>${(100 - scale * step).toFixed(digits)}${fixedSpace}%`;
  }
  const zero = Number(body.replaceAll(",", "")) === 0;
  const sign = zero ? "" : value < 0 ? minus : style.signed === true ? "+" : "";
  // What is exactly nothing, or certain, is written without digits that would look measured.
  const certain = isShare && Math.abs(value) === 1;
  const number = value === 0 ? "0" : certain ? "100" : body;
  if (unit === "pounds") {
    const millions = inMillions && value !== 0 ? "m" : "";
    return style.bare === true ? `${sign}${number}${millions}` : `${sign}£${number}${millions}`;
  }
  if (isShare && style.bare !== true) return `${sign}${number}${fixedSpace}%`;
  return `${sign}${number}`;
}

/** Writes pounds that are known exactly, as short as they can be: £35m, £8,000, £2.50. */
export function shownPounds(pounds: number): string {
  const sign = pounds < 0 ? minus : "";
  const size = Math.abs(pounds);
  if (size >= 1_000_000) return `${sign}£${Number((size / 1_000_000).toFixed(3))}m`;
  return `${sign}£${grouped(Number.isInteger(size) ? String(size) : size.toFixed(2))}`;
}

/** Writes a whole number with thousands separators. */
export function shownCount(count: number): string {
  return grouped(String(count));
}

/** Writes the scale of unit prices as the change that it is. */
export function shownScale(scale: number): string {
  const change = shownNumber(scale - 1, "probability", 0.001, { signed: true });
  return /[1-9]/.test(change) ? change : `0${fixedSpace}%`;
}

function decimalsOf(step: number): number {
  return Math.max(0, Math.round(-Math.log10(step)));
}

function grouped(digits: string): string {
  const [whole, part] = digits.split(".") as [string, string | undefined];
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return part === undefined ? separated : `${separated}.${part}`;
}
