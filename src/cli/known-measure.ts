import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { metrics } from "../sim/risk/metrics.ts";

/** What is wrong with the name of a measure that an option gives, where it must have an interval; nothing if it is one. */
export function measureProblem(where: string, metric: string): Problem | undefined {
  const known = metrics.filter(({ estimator }) => estimator.kind !== "breakEven").map(({ id }) => id);
  if (known.includes(metric)) return undefined;
  const hint = didYouMean(metric, known);
  const expected = "a measure with an interval (docs/measures.md)";
  return { where, adjective: "unknown", noun: "measure", found: metric, expected, ...(hint && { hint }) };
}
