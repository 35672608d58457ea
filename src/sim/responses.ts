import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { type Lever, responseLever } from "./lever.ts";
import type { Plan } from "./plan.ts";

/**
 * How behaviour answers to a policy's terms, as levers worked out from the policy before any world is drawn.
 *
 * outcomeRate: outcome rates change by this share for each 10 points of the plan that are service fee. referrals:
 * referrals change by this share where a shortfall costs the commissioner (a settlement is among the terms).
 * suitability: the start rate changes by this share where a lever pushes referrals. All are 0 by default.
 */
export function responsesOf(checked: CheckedScenario, policy: CheckedPolicy, plan: Plan): Lever[] {
  const { responses, delivery } = checked.scenario;
  const levers: Lever[] = [];
  if (responses.outcomeRate !== 0 && plan.total > 0 && plan.serviceFee !== 0) {
    const points = (plan.serviceFee / plan.total) * 10;
    for (const stage of delivery.stages.filter((s) => s.of === "starts")) {
      levers.push(
        responseLever(
          `response ${stage.id}`,
          `delivery.stages.${stage.id}.rate`,
          Math.max(0, 1 + responses.outcomeRate * points),
        ),
      );
    }
  }
  const settles = policy.contract.rulesets.some((r) => r.kind === "cancellation");
  if (responses.referrals !== 0 && settles) {
    levers.push(responseLever("response referrals", "volume.referrals", 1 + responses.referrals));
  }
  const pushed = policy.spec.levers.some((id) =>
    checked.scenario.levers.find((l) => l.id === id)!.quantity.startsWith("volume."),
  );
  if (responses.suitability !== 0 && pushed) {
    levers.push(responseLever("response suitability", "delivery.startRate", 1 + responses.suitability));
  }
  return levers;
}
