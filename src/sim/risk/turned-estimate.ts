import type { Estimate } from "./estimate.ts";

/** The same estimate with its sign turned: a negative margin as a loss. */
export function turnedEstimate({ value, se, low, high, unit }: Estimate): Estimate {
  const turn = (number: number | null) => (number === null ? null : 0 - number);
  return { value: turn(value), se, low: turn(high), high: turn(low), unit };
}
