import type { CheckedScenario } from "../check-scenario.ts";
import { plainFigure } from "../figure.ts";
import { responseLever } from "../lever.ts";
import { expectedReferralShare } from "./expected-referrals.ts";
import type { Variable } from "./variable.ts";

/** Up to three times what was indicated is looked at. */
const mostReferrals = 3;

/** The referrals that come on average as a share of what was indicated; undefined where none can come. */
export function referralShareVariable(checked: CheckedScenario, place: number): Variable | undefined {
  const current = expectedReferralShare(checked, place);
  if (current === undefined || current === 0) return undefined;
  return {
    name: "referralShare",
    kind: "referrals",
    unit: "share",
    low: 0,
    high: Math.max(mostReferrals, 2 * current),
    current,
  };
}

/** All outcome rates of people who start, times one number; undefined where there are no outcomes. */
export function outcomeRateVariable(checked: CheckedScenario): Variable | undefined {
  const rate = firstRate(checked);
  if (rate === undefined || rate.now === 0) return undefined;
  return {
    name: "outcomeRateScale",
    kind: "outcomeRates",
    unit: "times the outcome rates",
    low: 0,
    high: Math.max(1, 1 / rate.now),
    current: 1,
  };
}

/** The first outcome of people who start, and the share of them who reach it on average now. */
export function firstRate({
  scenario: { delivery },
}: CheckedScenario): { readonly stage: string; readonly now: number } | undefined {
  const stage = delivery.stages.find(({ of }) => of === "starts");
  if (stage === undefined) return undefined;
  return { stage: stage.id, now: Math.min(1, stage.rate.mean * (delivery.outcomeRateFactor?.mean ?? 1)) };
}

/**
 * A scenario in which the referrals, or the outcome rates, of every future are those that there would be times one
 * number. What was indicated and believed stays, as prices and plans follow it.
 */
export function withWorldScale(
  checked: CheckedScenario,
  of: "referrals" | "outcomeRates",
  scale: number,
): CheckedScenario {
  const quantity = of === "referrals" ? "volume.referrals" : "delivery.outcomeRateFactor";
  const { scenario } = checked;
  const { outcomeRateFactor = plainFigure(1) } = scenario.delivery;
  return {
    ...checked,
    ...(of === "outcomeRates" && {
      scenario: { ...scenario, delivery: { ...scenario.delivery, outcomeRateFactor } },
    }),
    moves: [...(checked.moves ?? []), responseLever(`tried ${of}`, quantity, scale)],
    contracts: checked.contracts.map((callOff) => ({
      ...callOff,
      checked: withWorldScale(callOff.checked, of, scale),
    })),
    believes: checked.believes ?? checked,
  };
}
