import { inputFault } from "../engine/input-fault.ts";
import { type Problem, problemText } from "../engine/problem.ts";
import {
  estimatesOf,
  type Precise,
  type Precision,
  type StatedPrecision,
  untilPrecise,
} from "../sim/precision.ts";
import type { ComparedRun } from "./compare-runs.ts";

/** Compares on more and more futures until a precision is reached; a measure that a policy does not have is a problem. */
export async function runUntilPrecise(
  precision: Precision,
  first: number,
  most: number,
  run: (paths: number) => Promise<ComparedRun>,
): Promise<Precise<ComparedRun> & { readonly stated: StatedPrecision }> {
  const precise = await untilPrecise(precision, first, most, async (paths) => {
    const compared = await run(paths);
    const estimates = estimatesOf(compared.results, precision);
    if (estimates === undefined || estimates.length === 0) throw notThere(precision);
    return { compared, results: compared.results };
  });
  const { metric, ofDifferences, halfWidth: asked } = precision;
  const { halfWidth, isReached } = precise;
  return { ...precise, stated: { metric, ofDifferences, asked, halfWidth, isReached } };
}

function notThere({ metric, ofDifferences }: Precision) {
  const problem: Problem = {
    where: "--precision",
    adjective: "missing",
    noun: "measure",
    found: ofDifferences ? `difference.${metric}` : metric,
    expected: ofDifferences
      ? "at least two policies, which all have the measure"
      : "a measure that every policy of the scenario has",
  };
  return inputFault(problem, problemText(problem));
}
