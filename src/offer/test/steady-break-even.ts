import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { RunSpec } from "../../sim/run-spec.ts";
import { solve } from "../../sim/solve/solve.ts";
import { openTrials } from "../../sim/solve/trials.ts";
import { referralShareVariable } from "../../sim/solve/world-variables.ts";
import { indicativeInAll, indicativePerMonth } from "../../sim/timeline.ts";
import { referralsAsPlanned } from "./causes.ts";
import { checkChanged } from "./check-changed.ts";

/** Referrals that, coming evenly, month after month, just pay for themselves on average. */
export type SteadyBreakEven = {
  /** People a month with a 95 % interval; null where no number does it that the places allow. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Is it less than this, not more, that loses no money? So with a fee that is paid whoever comes. */
  readonly isMost: boolean;
  /** Does any number do it? Then the value is the end of the range that is nearest to a loss. */
  readonly isAny: boolean;
  /** The most people a month that were looked at: as many as the places allow, or three times those indicated. */
  readonly most: number;
};

const quickLook = { paths: 1024, parts: 8 };

/** Finds the steady referrals a month at which the margin is 0 on average; all else comes out as it does. */
export async function steadyBreakEven(
  spec: RunSpec,
  checked: CheckedScenario,
  place: number,
  { paths, seed, rest }: { paths: number; seed: string; rest: () => Promise<void> },
): Promise<SteadyBreakEven | undefined> {
  const steady = checkChanged(spec, referralsAsPlanned(checked));
  const open = referralShareVariable(steady, place);
  if (open === undefined) return undefined;
  const variable = { ...open, high: Math.min(open.high, placesShare(steady)) };
  const trials = openTrials({ checked: steady, place, variable, metric: "meanMargin", seed, rest });
  try {
    const target = { metric: "meanMargin", at: "least", limit: 0 } as const;
    const { value, low, high, side, whole } = await solve(variable, target, trials, paths, quickLook);
    const perMonth = indicativePerMonth(steady.timeline);
    const people = (share: number | null) => (share === null ? null : share * perMonth);
    return {
      value: people(value),
      low: people(low),
      high: people(high),
      isMost: side === "upTo",
      isAny: whole,
      most: variable.high * perMonth,
    };
  } finally {
    trials.close();
  }
}

/** The places as a share of the people indicated: more who come are not paid for. At least what was indicated. */
function placesShare({ scenario, timeline }: CheckedScenario): number {
  const { places } = scenario.volume;
  const indicated = indicativeInAll(timeline);
  return places === undefined || indicated === 0 ? Number.POSITIVE_INFINITY : Math.max(1, places / indicated);
}
