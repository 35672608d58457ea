import type { Estimate } from "../sim/risk/estimate.ts";

/** An estimate multiplied by a known number above 0: from one contract to a year's spend. */
export function scaledEstimate(estimate: Estimate, factor: number): Estimate {
  const times = (number: number | null) => (number === null ? null : number * factor);
  const { value, se, low, high, unit } = estimate;
  return { value: times(value), se: times(se), low: times(low), high: times(high), unit };
}
