import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { planOf } from "./plan-run.ts";
import { plannedMargins, worldAtRatios } from "./planned-margins.ts";

/** How a policy with a flat service fee stands to a fee that makes the margin independent of volume. */
export type VolumeNeutral = {
  /** The share of the contract's value at which the planned margin neither rises nor falls with referrals. */
  readonly share: number;
  /** The policy's own share. */
  readonly own: number;
  /** Above the neutral share the provider gains when referrals fall. */
  readonly overCompensated: boolean;
};

/**
 * Finds the volume-neutral share of a flat service fee: with revenue at plan 1, margin m and fixed share of cost φ it is
 * (1 − m) φ + m. Undefined where the policy has no `serviceFeeShare`, or no share up to 1 is neutral.
 *
 * At believed rates and costs, between nine tenths and all of the indicative volume.
 */
export function volumeNeutral(checked: CheckedScenario, policy: CheckedPolicy): VolumeNeutral | undefined {
  const own = policy.contract.parameters.get("serviceFeeShare")?.value;
  if (typeof own !== "number" || own === 0) return undefined;
  const share = neutralShare(checked, policy);
  return share === undefined ? undefined : { share, own, overCompensated: own > share };
}

/** The volume-neutral share of a policy that has a flat service fee, whatever its own share is. */
export function neutralShare(checked: CheckedScenario, policy: CheckedPolicy): number | undefined {
  const hasFee = policy.contract.rulesets.some((r) => r.kind === "service-fee");
  if (!policy.contract.parameters.has("serviceFeeShare") || !hasFee) return undefined;
  const plan = planOf(checked, policy, 1);
  const world = worldAtRatios(checked, [0.9, 1], (figure) => figure.believed);
  const slope = (share: number) => {
    const [less, all] = plannedMargins({
      checked,
      policy,
      plan,
      priceScale: 1,
      world,
      override: { serviceFeeShare: share },
    }) as [number, number];
    return all - less;
  };
  // The margin is a straight line in the share, so two points give the root.
  const none = slope(0);
  const whole = slope(1);
  if (none <= 0 || whole >= 0) return undefined;
  return none / (none - whole);
}
