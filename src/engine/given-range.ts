import type { Fact, FactValue } from "./fact.ts";
import { shareHint } from "./number-hint.ts";
import type { Problem } from "./problem.ts";

const countedUnits = ["people", "places", "month", "months", "year"];

/** Does the world count a fact in wholes? What a rule gives, and what is worked out, may be fractional. */
export function comesWhole({ type, unit, from }: Fact): boolean {
  return type === "number" && countedUnits.includes(unit) && (from === "dictionary" || from === "scenario");
}

/**
 * What is wrong with the size of a number that a case gives for a fact: it is out of the range that the fact states,
 * or a part of a person, a place, or a month of the calendar. Tracked facts state no range.
 */
export function givenProblem(fact: Fact, value: FactValue): Omit<Problem, "where"> | undefined {
  if (fact.type !== "number" || typeof value !== "number") return undefined;
  const invalid = (expected: string, hint?: string): Omit<Problem, "where"> => ({
    adjective: "invalid",
    noun: "value",
    found: String(value),
    expected,
    ...(hint !== undefined && { hint }),
  });
  const { name, unit, min, max, from } = fact;
  if (min !== undefined && value < min) return invalid(`at least ${min}, as ${name} is`);
  if (max !== undefined && value > max)
    return invalid(`at most ${max}, as ${name} is`, shareHint(value, max));
  // A scenario may draw a time of two months and a half, but nobody comes in halves.
  const isWhole = comesWhole(fact) && (from === "dictionary" || unit === "people" || unit === "places");
  return isWhole && !Number.isInteger(value) ? invalid(`a whole number of ${plural(unit)}`) : undefined;
}

function plural(unit: string): string {
  return unit === "month" || unit === "year" ? `${unit}s` : unit;
}
