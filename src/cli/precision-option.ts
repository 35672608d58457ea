import type { Problem } from "../engine/problem.ts";
import type { Precision } from "../sim/precision.ts";
import { measureProblem } from "./known-measure.ts";
import { plainNumber } from "./plain-number.ts";

const where = "--precision";
const example = "METRIC=HALFWIDTH, such as probabilityOfLoss=0.001 or difference.meanMargin=50";

/** Reads how narrow an interval is to be; nothing where the option was left out. */
export function readPrecision(written: string | undefined): { value?: Precision; problem?: Problem } {
  if (written === undefined) return {};
  if (written.includes(","))
    return {
      problem: {
        where,
        adjective: "unsupported",
        noun: "value",
        found: written,
        expected: `one measure: ${example}`,
      },
    };
  const parts = /^(difference\.)?([^=.]+)=(.+)$/.exec(written.trim());
  if (parts === null)
    return { problem: { where, adjective: "invalid", noun: "value", found: written, expected: example } };
  const [, difference, metric, width] = parts as unknown as [string, string | undefined, string, string];
  const unknown = measureProblem(where, metric);
  if (unknown !== undefined) return { problem: unknown };
  const halfWidth = plainNumber(width);
  if (halfWidth === undefined || !(halfWidth > 0)) {
    const expected =
      "a half-width over 0, in the unit of the measure: 0.001 for a tenth of a percentage point";
    return { problem: { where, adjective: "invalid", noun: "half-width", found: width, expected } };
  }
  return { value: { metric, ofDifferences: difference !== undefined, halfWidth } };
}
