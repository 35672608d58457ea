import type { FactValue } from "./fact.ts";
import { penceOf } from "./money.ts";
import { numberHint, shareHint } from "./number-hint.ts";
import type { Problem } from "./problem.ts";
import type { Parameter } from "./ruleset.ts";

/** What is wrong with a value for a parameter: type, range, or a third decimal of a pound. */
export function parameterProblem(parameter: Parameter, value: unknown): Omit<Problem, "where"> | undefined {
  const invalid = (expected: string, hint?: string): Omit<Problem, "where"> => ({
    adjective: "invalid",
    noun: "value",
    found: JSON.stringify(value),
    expected,
    ...(hint !== undefined && { hint }),
  });
  if (parameter.type === "boolean") return typeof value === "boolean" ? undefined : invalid("true or false");
  if (parameter.type === "enum") {
    const words = parameter.values ?? [];
    return typeof value === "string" && words.includes(value)
      ? undefined
      : invalid(`one of ${words.join(", ")}`);
  }
  if (typeof value !== "number" || !Number.isFinite(value))
    return invalid(`a number of ${parameter.unit}`, numberHint(value));
  const { min, max } = parameter;
  if (min !== undefined && value < min) return invalid(`at least ${min} ${parameter.unit}`);
  if (max !== undefined && value > max)
    return invalid(`at most ${max} ${parameter.unit}`, shareHint(value, max));
  if (parameter.unit === "pounds" && penceOf(value) === undefined)
    return invalid("pounds with at most two decimals");
  return undefined;
}

/**
 * A parameter's value as rules read it: pounds become pence, and a scaled unit price is multiplied by `priceScale`.
 *
 * The product is not rounded; payments are.
 */
export function parameterAsRead(parameter: Parameter, value: FactValue, priceScale: number): FactValue {
  if (typeof value !== "number" || parameter.unit !== "pounds") return value;
  const pence = penceOf(value) ?? value * 100;
  return parameter.scaled && priceScale !== 1 ? pence * priceScale : pence;
}
