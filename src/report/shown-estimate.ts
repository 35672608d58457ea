import type { Estimate, Unit } from "../sim/risk/estimate.ts";
import { displayStep, finerStep } from "./display-step.ts";
import { fixedSpace, type NumberStyle, shownNumber } from "./shown-number.ts";

/** An estimate as readers see it: its value, and its 95 % interval as ±, [low, high], ≥ low or ≤ high; empty where there is none. */
export type ShownEstimate = { readonly text: string; readonly interval: string; readonly step: number };

/** What stands where a quantity does not exist. */
export const nothing = "\u2013";

/**
 * Writes an estimate with no digit smaller than its interval; the interval's ends are rounded outwards.
 *
 * @example shownEstimate({ value: 12345, se: 107, low: 12135, high: 12555, unit: "pounds" }) gives "£12,300" and "±300"
 */
export function shownEstimate(estimate: Estimate, style: NumberStyle = {}): ShownEstimate {
  const { value, low, high, unit } = estimate;
  if (value === null) return { text: nothing, interval: "", step: 0 };
  const millions = style.millions ?? sizeOf(estimate) >= 1_000_000;
  const step = millions && unit === "pounds" ? Math.max(1_000, stepOf(estimate)) : stepOf(estimate);
  const text = shownNumber(value, unit, step, { ...style, millions });
  const bare = { bare: true, millions };
  if (low === null && high === null) return { text, interval: "", step };
  if (high === null)
    return { text, interval: `\u2265${shownNumber(down(low!, step), unit, step, bare)}`, step };
  if (low === null) return { text, interval: `\u2264${shownNumber(up(high, step), unit, step, bare)}`, step };
  if (low === high) return { text, interval: "", step };
  return { text, interval: shownInterval(value, low, high, unit, step, millions), step };
}

/** Writes an estimate in a sentence: its value with the interval in brackets. */
export function spokenEstimate(estimate: Estimate, style: NumberStyle = {}): string {
  const { text, step } = shownEstimate(estimate, style);
  const { low, high, unit } = estimate;
  if (estimate.value === null || (low === null && high === null) || low === high) return text;
  const millions = sizeOf(estimate) >= 1_000_000;
  const shown = (end: number) => shownNumber(end, unit, step, { ...style, millions });
  const from = low === null ? undefined : shown(down(low, step));
  const to = high === null ? undefined : shown(up(high, step));
  const ends =
    to === undefined ? `at least ${from}` : from === undefined ? `at most ${to}` : `${from} to ${to}`;
  return `${text} (95${fixedSpace}% interval ${ends})`;
}

/** Writes an estimate in a table of data: its value, and its interval's ends in brackets. */
export function estimateWithEnds(estimate: Estimate, style: NumberStyle = {}): string {
  return spokenEstimate(estimate, style).replace(`95${fixedSpace}% interval `, "");
}

/** The step at which an estimate is shown: finer where rounding would hide that its interval excludes zero. */
export function stepOf(estimate: Estimate): number {
  const { value, low, high, unit } = estimate;
  if (value === null) return 0;
  const size = sizeOf(estimate);
  let step = displayStep(unit, size, halfWidth(value, low, high));
  const nearest = low === null && high === null ? value : nearestToZero(low, high);
  while (nearest !== undefined && Math.abs(nearest) < step) {
    const finer = finerStep(unit, size, step);
    if (finer >= step) break;
    step = finer;
  }
  return step;
}

/** Half the interval's width; of an open one, how far it is known to reach. */
function halfWidth(value: number, low: number | null, high: number | null): number | null {
  if (low === null) return high === null ? null : high - value;
  return high === null ? value - low : (high - low) / 2;
}

/** The end next to zero of an interval that excludes it. */
function nearestToZero(low: number | null, high: number | null): number | undefined {
  if (low !== null && low > 0) return low;
  return high !== null && high < 0 ? high : undefined;
}

function sizeOf({ value, low, high }: Estimate): number {
  return Math.max(Math.abs(value ?? 0), Math.abs(low ?? 0), Math.abs(high ?? 0));
}

function shownInterval(
  value: number,
  low: number,
  high: number,
  unit: Unit,
  step: number,
  millions: boolean,
): string {
  const bare = { bare: true, millions };
  const [from, to] = [down(low, step), up(high, step)];
  const middle = Math.round(value / step) * step;
  const reach = Math.max(middle - from, to - middle);
  const shorter = Math.min(middle - from, to - middle);
  // ± says the longer side for both; where they differ by more, both ends are said.
  const hidesSign = (low > 0 && middle <= reach) || (high < 0 && -middle <= reach);
  if (!hidesSign && reach <= 1.3 * shorter + 1.5 * step)
    return `\u00b1${shownNumber(reach, unit, step, bare)}`;
  return `[${shownNumber(from, unit, step, bare)}, ${shownNumber(to, unit, step, bare)}]`;
}

const slack = 1e-9;

function down(end: number, step: number): number {
  return Math.floor(end / step + slack) * step + 0;
}

function up(end: number, step: number): number {
  return Math.ceil(end / step - slack) * step + 0;
}
