import type { Problem } from "../engine/problem.ts";
import { plainNumber } from "./plain-number.ts";

/** Reads a whole number of an option; a number out of range is a problem. */
export function wholeNumber(
  option: string,
  text: string,
  least: number,
  most: number,
): { value: number; problem?: undefined } | { value?: undefined; problem: Problem } {
  const value = plainNumber(text);
  if (value !== undefined && Number.isInteger(value) && value >= least && value <= most) return { value };
  return {
    problem: {
      where: option,
      adjective: "invalid",
      noun: "value",
      found: text,
      expected: `a whole number from ${least} to ${most.toLocaleString("en-GB")}`,
    },
  };
}
