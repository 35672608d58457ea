import type { Problem } from "../engine/problem.ts";
import { metrics } from "../sim/risk/metrics.ts";
import type { Target } from "../sim/solve/target.ts";
import { measureProblem } from "./known-measure.ts";
import { plainNumber } from "./plain-number.ts";

const where = "--such-that";
const example = 'MEASURE<=LIMIT or MEASURE>=LIMIT, such as "probabilityOfLoss<=0.1" or "meanMargin>=0"';

/** Reads the condition that a solution must meet: a measure at most, or at least, a limit in its unit. */
export function readSuchThat(
  written: string | undefined,
): { target: Target; problem?: undefined } | { target?: undefined; problem: Problem } {
  if (written === undefined) {
    return { problem: { where, adjective: "missing", noun: "option", expected: example } };
  }
  const parts = /^\s*([A-Za-z0-9]+)\s*(<=|>=|<|>|≤|≥)\s*(\S+)\s*$/.exec(written);
  if (parts === null)
    return { problem: { where, adjective: "invalid", noun: "condition", found: written, expected: example } };
  const [, metric, sign, number] = parts as unknown as [string, string, string, string];
  const unknown = measureProblem(where, metric);
  if (unknown !== undefined) return { problem: unknown };
  const isPercent = number.endsWith("%");
  const limit = plainNumber(isPercent ? number.slice(0, -1) : number.replace(/^£/, ""));
  if (limit === undefined) {
    const expected = "a number in the unit of the measure: 0.1 or 10% for one in ten, pounds for money";
    return { problem: { where, adjective: "invalid", noun: "limit", found: number, expected } };
  }
  const at = sign === "<=" || sign === "<" || sign === "≤" ? "most" : "least";
  const value = isPercent ? limit / 100 : limit;
  const isChance = metrics.find(({ id }) => id === metric)?.unit === "probability";
  if (isChance && (value < 0 || value > 1)) {
    const expected = "a chance between 0 and 1, or between 0% and 100%";
    return { problem: { where, adjective: "invalid", noun: "limit", found: number, expected } };
  }
  return { target: { metric, at, limit: value } };
}
