import type { CheckedScenario } from "../check-scenario.ts";
import { keepWorlds } from "../kept-worlds.ts";
import type { Estimate } from "../risk/estimate.ts";
import {
  type BreakEvenLimits,
  type BreakEvenQuestion,
  breakEvenQuestions,
  lackingTerms,
} from "./break-even-questions.ts";
import { type Look, type Solution, solve } from "./solve.ts";
import { openTrials } from "./trials.ts";

/** One break-even: what was asked, under which policy's terms, and the answer. */
export type BreakEven = BreakEvenQuestion & { readonly place: number; readonly solution: Solution };

export type BreakEvensInput = {
  readonly checked: CheckedScenario;
  /** The policy's place in the scenario. */
  readonly place: number;
  readonly limits: BreakEvenLimits;
  readonly paths: number;
  readonly seed: string;
  /** Awaited between blocks, so that a caller can answer others or stop by throwing. */
  readonly rest: () => Promise<void>;
};

/** A first look that is coarser than that of a single question, as there are several: it finds the crossing, not all of them. */
const quickLook: Look = { paths: 1024, parts: 6 };

/** Futures of questions for which each value draws worlds of its own: they take three times as long as others. */
const mostDrawnAnew = 8192;

/**
 * Answers all break-even questions that a policy's terms allow, and how large a term that they lack would have to be
 * under the first policy that has it; on the same futures, the first of the seed.
 *
 * Worlds are drawn once for all questions on terms, prices and costs. Referrals and outcome rates draw their own, and are
 * answered on the first 8,192 futures where more are asked for: each solution says its `paths`.
 */
export async function breakEvens(input: BreakEvensInput): Promise<BreakEven[]> {
  const { checked, place, limits, paths, seed, rest } = input;
  const worlds = keepWorlds(checked);
  const found: BreakEven[] = [];
  // As things stand each measure is the same for all questions under one policy.
  const known = new Map<string, Promise<Estimate>>();
  try {
    const asked = [
      ...breakEvenQuestions(checked, place, limits).map((question) => ({ place, question })),
      ...lackingTerms(checked, place, limits),
    ];
    for (const { place: under, question } of asked) {
      const { variable, target } = question;
      const { metric } = target;
      const trials = openTrials({ checked, place: under, variable, metric, seed, rest, worlds });
      const now = (of: number) => {
        const key = `${under} ${metric} ${of}`;
        const estimate = known.get(key) ?? trials.now(of);
        known.set(key, estimate);
        return estimate;
      };
      const drawsAnew = variable.kind === "referrals" || variable.kind === "outcomeRates";
      const own = drawsAnew ? Math.min(paths, mostDrawnAnew) : paths;
      const solution = await solve(variable, target, { ...trials, now }, own, quickLook);
      found.push({ ...question, place: under, solution });
    }
  } finally {
    worlds.close();
  }
  return found;
}
