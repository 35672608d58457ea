import type { FactValue } from "../../engine/fact.ts";

/** How a lever shows a number of a rule: its unit, what one of it is to the rule, and its ends. */
export type LeverRange = {
  readonly unit: string;
  readonly scale: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
};

/** The least that a lever's far end is, in its own unit, where nothing else says how far it should go. */
const usualEnds: Readonly<Record<string, number>> = {
  "£": 1000,
  "%": 100,
  months: 12,
  month: 24,
  people: 20,
};
/** Units that are said behind a number; a plain number has none. */
const said = new Set(["people", "places", "posts", "months", "days", "years"]);

/**
 * A range for a number that a rule reads: about twice what the examples have, within what the number may be at all. Pence
 * are shown in pounds and shares in per cent.
 */
export function leverRange(
  { min, max }: { readonly min?: number | undefined; readonly max?: number | undefined },
  ruleUnit: string,
  examples: readonly (FactValue | undefined)[],
): LeverRange {
  const unit = unitOf(ruleUnit);
  const scale = ruleUnit === "share" ? 0.01 : ruleUnit === "pence" ? 100 : 1;
  const shown = (value: number) => Number((value / scale).toPrecision(12));
  const numbers = examples.filter((value) => typeof value === "number").map(shown);
  const far = roundedUp(
    Math.max(usualEnds[unit || ruleUnit] ?? 20, ...numbers.map((value) => 1.6 * Math.abs(value))),
  );
  const isNegative = numbers.some((value) => value < 0);
  const low = min === undefined ? (isNegative ? -far : 0) : Math.max(shown(min), -far);
  const high = Math.max(max === undefined ? far : Math.min(shown(max), far), ...numbers);
  const step = unit === "£" ? Math.max(1, roundedUp(high / 1000)) : high <= 1 ? 0.01 : 1;
  return { unit, scale, min: Math.min(low, ...numbers), max: high, step };
}

function unitOf(ruleUnit: string): string {
  if (ruleUnit === "share") return "%";
  if (ruleUnit === "pence" || ruleUnit === "pounds") return "£";
  return said.has(ruleUnit) ? ruleUnit : "";
}

/** The next of 1, 2 and 5 times a power of ten, and of what lies between where steps would be coarse. */
function roundedUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
    .map((times) => times * power)
    .find((nice) => nice >= value)!;
}
