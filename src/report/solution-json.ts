import type { Estimate } from "../sim/risk/estimate.ts";
import type { SolutionAbout } from "./solution-about.ts";

/** A solution as data (docs/solving.md). */
export function solutionJson(about: SolutionAbout): object {
  const { scenario, policy, variable, target, solution, seed, neutralShare, firstRate } = about;
  const { value, low, high, reached, side, until, whole, isMonotone, others, nearest } = solution;
  const { atValue, now, paths, scan, tolerance } = solution;
  const rate = (scale: number | null) => (scale === null ? null : Math.min(1, firstRate!.now * scale));
  return {
    schema: "riskshare.solution/1",
    parameter: variable.name,
    value,
    low,
    high,
    unit: variable.unit,
    reached,
    scenario: scenario.id,
    policy: policy.id,
    suchThat: { metric: target.metric, [target.at === "most" ? "atMost" : "atLeast"]: target.limit },
    side,
    until,
    wholeRange: whole,
    tolerance,
    monotone: isMonotone,
    otherCrossings: others,
    nearest: nearest && { value: nearest.value, measure: nearest.estimate },
    measure: atValue,
    now: { value: variable.current, measure: now satisfies Estimate },
    range: { low: variable.low, high: variable.high },
    ...(firstRate && {
      firstOutcome: {
        stage: firstRate.stage,
        now: firstRate.now,
        rate: rate(value),
        low: rate(low),
        high: rate(high),
      },
    }),
    ...(neutralShare !== undefined && {
      neutralShare,
      aboveNeutralShare: value !== null && value > neutralShare,
    }),
    scan: scan.map(({ value: at, estimate }) => ({ value: at, measure: estimate.value })),
    paths,
    seed,
  };
}
