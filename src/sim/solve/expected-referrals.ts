import { leversOfPolicy } from "../block.ts";
import { callOffsOf } from "../call-offs.ts";
import type { CheckedScenario } from "../check-scenario.ts";
import type { Figure } from "../figure.ts";
import { effectIn, type Lever } from "../lever.ts";
import { planOf } from "../plan-run.ts";
import { listed } from "../timeline.ts";

/**
 * The referrals that come on average, as a share of what was indicated: before places and capacity turn anyone away,
 * with the levers of a policy. Undefined where nothing was indicated.
 *
 * Exact, but where a lever pushes a figure over an end of its range, or the chance of a suspension is itself drawn.
 */
export function expectedReferralShare(checked: CheckedScenario, place: number): number | undefined {
  let [come, indicated] = [0, 0];
  for (const { checked: own } of callOffsOf(checked)) {
    const levers = leversOfPolicy(own, place, planOf(own, own.policies[place]!, 1));
    const open = openShares(own);
    for (const { month, monthOfYear, indicativeReferrals } of own.timeline.months) {
      if (indicativeReferrals === 0) continue;
      const { ramp, season } = own.scenario.volume;
      const at = month - own.timeline.firstReferralMonth;
      const base = indicativeReferrals * (ramp ? listed(ramp, at) : 1) * (season?.[monthOfYear - 1] ?? 1);
      come += base * levelIn(own, levers, month) * open[month - 1]!;
      indicated += indicativeReferrals;
    }
  }
  return indicated > 0 ? come / indicated : undefined;
}

/** The mean of all causes together in a month; they are drawn apart, so that their means multiply. */
function levelIn({ scenario: { volume } }: CheckedScenario, levers: readonly Lever[], month: number): number {
  let level = volume.overDispersion?.distribution.mean ?? 1;
  for (const [name, figure] of Object.entries(volume.factors))
    level *= leveredMean(figure, `volume.factors.${name}`, levers, month);
  for (const { quantity, scale } of levers) if (quantity === "volume.referrals") level *= scale!.mean;
  if (volume.chanceOfNone === undefined) return level;
  const none = leveredMean(volume.chanceOfNone, "volume.chanceOfNone", levers, 1);
  return level * (1 - Math.min(1, none));
}

function leveredMean(figure: Figure, quantity: string, levers: readonly Lever[], month: number): number {
  const own = levers.filter((lever) => lever.quantity === quantity);
  let { mean } = own.findLast(({ replace }) => replace !== undefined)?.replace ?? figure;
  for (const lever of own) {
    if (lever.scale !== undefined) mean *= 1 + effectIn(lever, month) * (lever.scale.mean - 1);
    else if (lever.shift !== undefined) mean += lever.shift.mean;
  }
  return Math.max(0, mean);
}

/** The chance of each month that referrals are not suspended in it: one begins only where none runs. */
function openShares({ scenario: { volume }, timeline }: CheckedScenario): number[] {
  const { suspension } = volume;
  if (suspension === undefined) return timeline.months.map(() => 1);
  const begins: number[] = [];
  return timeline.months.map(({ indicativeReferrals }, m) => {
    const running = begins.slice(Math.max(0, m - suspension.months + 1)).reduce((sum, x) => sum + x, 0);
    const begun = indicativeReferrals > 0 ? (1 - running) * suspension.chancePerMonth.mean : 0;
    begins.push(begun);
    return 1 - running - begun;
  });
}
