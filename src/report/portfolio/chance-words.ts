import { shownNumber } from "../shown-number.ts";

/** Says how often something happens, or between which two: "12 of 100 futures". */
export function futuresWords(chances: readonly number[]): string {
  const [low, high] = [Math.min(...chances), Math.max(...chances)];
  const whole = (chance: number) => Math.round(chance * 100);
  if (high === 0) return "no future";
  if (low === 1) return "every future";
  if (whole(high) === 0) return "fewer than 1 of 100 futures";
  if (whole(low) === 100) return "more than 99 of 100 futures";
  const [from, to] = [whole(low), whole(high)];
  return from === to ? `${to} of 100 futures` : `${from} to ${to} of 100 futures`;
}

/** Says pounds, or between which two, to three digits at most. */
export function aboutPounds(amounts: readonly number[]): string {
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)];
  const size = Math.max(Math.abs(low), Math.abs(high));
  const step = size >= 100_000 ? 1000 : size >= 1000 ? 100 : size >= 100 ? 10 : 1;
  const shown = (amount: number) => shownNumber(amount, "pounds", step);
  return shown(low) === shown(high) ? shown(high) : `${shown(low)} to ${shown(high)}`;
}

/** Says pence as whole pounds. */
export function wholePounds(pence: number): string {
  return shownNumber(pence / 100, "pounds", 1);
}
