import type { CheckedScenario } from "../check-scenario.ts";
import { keepWorlds } from "../kept-worlds.ts";
import type { Estimate } from "../risk/estimate.ts";
import { type BreakEvenLimits, type BreakEvenQuestion, breakEvenQuestions } from "./break-even-questions.ts";
import { type Look, type Solution, solve } from "./solve.ts";
import { openTrials } from "./trials.ts";

/** One break-even of a policy: what was asked, and the answer. */
export type BreakEven = BreakEvenQuestion & { readonly solution: Solution };

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
 * Answers all break-even questions that a policy's terms allow, on the same futures: the first of the seed.
 *
 * Worlds are drawn once for all questions on terms, prices and costs. Referrals and outcome rates draw their own, and are
 * answered on the first 8,192 futures where more are asked for: each solution says its `paths`.
 */
export async function breakEvens(input: BreakEvensInput): Promise<BreakEven[]> {
  const { checked, place, limits, paths, seed, rest } = input;
  const worlds = keepWorlds(checked);
  const found: BreakEven[] = [];
  // As things stand each measure is the same for all questions.
  const known = new Map<string, Promise<Estimate>>();
  try {
    for (const question of breakEvenQuestions(checked, place, limits)) {
      const { variable, target } = question;
      const { metric } = target;
      const trials = openTrials({ checked, place, variable, metric, seed, rest, worlds });
      const now = (of: number) => {
        const estimate = known.get(`${metric} ${of}`) ?? trials.now(of);
        known.set(`${metric} ${of}`, estimate);
        return estimate;
      };
      const drawsAnew = variable.kind === "referrals" || variable.kind === "outcomeRates";
      const own = drawsAnew ? Math.min(paths, mostDrawnAnew) : paths;
      const solution = await solve(variable, target, { ...trials, now }, own, quickLook);
      found.push({ ...question, solution });
    }
  } finally {
    worlds.close();
  }
  return found;
}
