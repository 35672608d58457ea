import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import type { Plan } from "./plan.ts";
import { plannedMargins } from "./planned-margins.ts";

const steps = 400;
const most = 4;
const ratios = Array.from({ length: steps + 1 }, (_, step) => (step * most) / steps);

/**
 * The referrals a month, over the referral months, from which the provider no longer loses: at true mean rates and
 * costs, spread as the indicative volume is, with the policy's terms and no early end. Undefined where no volume up
 * to four times the indicative, or within the places, breaks even.
 *
 * Found on a grid of 0.01 × indicative and then along the straight line between neighbours, which is exact where
 * the terms are straight between them.
 */
export function breakEvenReferrals(
  checked: CheckedScenario,
  policy: CheckedPolicy,
  plan: Plan,
  priceScale: number,
): number | undefined {
  const { timeline } = checked;
  const margins = plannedMargins({
    checked,
    policy,
    plan,
    priceScale,
    ratios,
    pick: (figure) => figure.mean,
  });
  const total = timeline.months.reduce((sum, m) => sum + m.indicativeReferrals, 0);
  const perMonth = total / (timeline.lastReferralMonth - timeline.firstReferralMonth + 1);
  if (margins[0]! >= 0) return 0;
  for (let step = 1; step <= steps; step++) {
    const above = margins[step]!;
    if (above < 0) continue;
    const below = margins[step - 1]!;
    return perMonth * (ratios[step - 1]! + ((0 - below) / (above - below)) * (most / steps));
  }
  return undefined;
}
