import type { Problem } from "../engine/problem.ts";
import { plainNumber } from "./plain-number.ts";

/** Reads a quantile between 0 and 1, neither of them included; nothing where the option was left out. */
export function readQuantile(
  option: string,
  text: string | undefined,
): { value?: number; problem?: undefined } | { value?: undefined; problem: Problem } {
  if (text === undefined) return {};
  const value = plainNumber(text);
  if (value !== undefined && value > 0 && value < 1) return { value };
  return {
    problem: {
      where: option,
      adjective: "invalid",
      noun: "value",
      found: text,
      expected: "a number between 0 and 1, such as 0.05 for the worst 1 in 20",
    },
  };
}
