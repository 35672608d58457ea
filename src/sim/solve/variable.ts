import { penceOf } from "../../engine/money.ts";

/** What is solved for: a parameter of the terms, the scale of all unit prices, or something of the world. */
export type Variable = {
  readonly name: string;
  readonly kind: "term" | "priceScale" | "figure" | "referrals" | "outcomeRates";
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  /** What it is now; the mean of what is drawn. */
  readonly current: number;
  /** Is it drawn as things stand, so that a value held in every future is something else? */
  readonly isDrawn?: boolean;
  /** Its values are whole steps of this: a penny, a month. Any number where left out. */
  readonly step?: number;
};

/** The scale of unit prices, as a basis of comparison moves it. */
export const priceScaleVariable: Variable = {
  name: "priceScale",
  kind: "priceScale",
  unit: "times the unit prices",
  low: 0,
  high: 10,
  current: 1,
};

/** The step of values of a unit: whole pence where payments are rounded, whole months, days and people. */
export function stepOf(unit: string, counts: "drawn" | "expected"): { step?: number } {
  if (unit === "pounds") return counts === "drawn" ? { step: 0.01 } : {};
  return /^(months?|days|people)$/.test(unit) ? { step: 1 } : {};
}

/** The value that is tried for a value: in range, in whole steps, and as rules read pounds. */
export function triedValue({ kind, unit, low, high, step }: Variable, value: number): number {
  const within = Math.min(high, Math.max(low, value));
  if (step === 0.01) return Math.round(within * 100) / 100;
  if (step !== undefined) return Math.min(high, Math.max(low, Math.round(within / step) * step));
  // Rules read what is within a millionth of a penny of whole pence as whole pence.
  return kind === "term" && unit === "pounds" ? (penceOf(within) ?? within * 100) / 100 : within;
}

/** The finest difference between values that matters near one of them. */
export function resolutionNear({ low, high, step }: Variable, value: number): number {
  return step ?? Math.max(Math.abs(value) * 1e-11, (high - low) * 1e-14);
}
