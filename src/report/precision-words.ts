import type { StatedPrecision } from "../sim/precision.ts";
import { metrics } from "../sim/risk/metrics.ts";

/** Says whether as many futures were run as a precision takes, and how wide the widest interval is. */
export function precisionWords({
  metric,
  ofDifferences,
  asked,
  halfWidth,
  isReached,
}: StatedPrecision): string {
  const { title, unit } = metrics.find(({ id }) => id === metric)!;
  const shown = (half: number) =>
    unit === "pounds"
      ? `£${half.toLocaleString("en-GB", digits)}`
      : unit === "probability"
        ? points(half)
        : `${number(half)} ${unit}`;
  const what = ofDifferences ? `each difference in the ${title}` : `the ${title} under each policy`;
  if (isReached)
    return `As many futures as it takes to know ${what} to within ${shown(asked)} (95 %): the widest is ±${shown(halfWidth!)}.`;
  const left = halfWidth === null ? "one has an open end" : `the widest is ±${shown(halfWidth)}`;
  return `Not enough futures to know ${what} to within ${shown(asked)} (95 %): ${left}, and no more can be run here.`;
}

const digits = { maximumSignificantDigits: 3 } as const;

function number(half: number): string {
  return half.toLocaleString("en-GB", digits);
}

function points(half: number): string {
  return `${number(half * 100)} percentage points`;
}
