import { differingCallOffs } from "./call-offs.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import type { Plan } from "./plan.ts";
import { planOf } from "./plan-run.ts";
import { plannedMargins, worldAtRatios } from "./planned-margins.ts";
import { indicativePerMonth } from "./timeline.ts";
import type { World } from "./world.ts";

const steps = 400;
const most = 4;
const ratios = Array.from({ length: steps + 1 }, (_, step) => (step * most) / steps);

/**
 * The referrals a month, over the referral months, from which the provider no longer loses: at true mean rates and
 * costs, spread as the indicative volume is, with the policy's terms and no early end. Undefined where no volume up
 * to four times the indicative, or within the places, breaks even.
 *
 * Found on a grid of 0.01 × indicative and then along the straight line between neighbours, which is exact where
 * the terms are straight between them. Several contracts move together, each at the same share of its own volume.
 */
export function breakEvenReferrals(
  checked: CheckedScenario,
  place: number,
  priceScale: number,
): number | undefined {
  const sums = new Float64Array(ratios.length);
  let perMonth = 0;
  for (const { checked: own, count } of differingCallOffs(checked)) {
    const planned = marginsAtRatios(own, own.policies[place]!, priceScale);
    for (const [step, margin] of planned.entries()) sums[step] = sums[step]! + count * margin;
    perMonth += count * indicativePerMonth(own.timeline);
  }
  if (sums[0]! >= 0) return 0;
  for (let step = 1; step <= steps; step++) {
    const above = sums[step]!;
    if (above < 0) continue;
    const below = sums[step - 1]!;
    return perMonth * (ratios[step - 1]! + ((0 - below) / (above - below)) * (most / steps));
  }
  return undefined;
}

/** The contract planned last, with its world at all volumes: its policies share it, and other terms leave it as it is. */
let last: { readonly of: CheckedScenario; readonly world: World } | undefined;

function worldOf(checked: CheckedScenario): World {
  if (last === undefined || !differInTermsAlone(last.of, checked))
    last = { of: checked, world: worldAtRatios(checked, ratios, (figure) => figure.mean) };
  return last.world;
}

/** Are two scenarios made of the same parts, but for their policies? */
function differInTermsAlone(one: CheckedScenario, other: CheckedScenario): boolean {
  if (one === other) return true;
  const parts = Object.entries(one.scenario).filter(([name]) => name !== "policies");
  return (
    parts.length === Object.keys(other.scenario).length - 1 &&
    parts.every(([name, part]) => Object.is(part, other.scenario[name as keyof typeof other.scenario]))
  );
}

/** Policies that pay alike have one plan, and with it these margins in one world. */
const margins = new WeakMap<World, WeakMap<Plan, readonly number[]>>();

function marginsAtRatios(
  checked: CheckedScenario,
  policy: CheckedPolicy,
  priceScale: number,
): readonly number[] {
  const plan = planOf(checked, policy, priceScale);
  const world = worldOf(checked);
  const ofWorld = margins.get(world) ?? new WeakMap<Plan, readonly number[]>();
  margins.set(world, ofWorld);
  const planned = ofWorld.get(plan) ?? plannedMargins({ checked, policy, plan, priceScale, world });
  ofWorld.set(plan, planned);
  return planned;
}
