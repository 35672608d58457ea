import { binary } from "../engine/arithmetic-nodes.ts";
import { at } from "../engine/column.ts";
import { constant } from "../engine/graph.ts";
import { paymentKinds } from "../engine/kind.ts";
import { sumNode } from "../engine/tracked-nodes.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import type { Figure } from "./figure.ts";
import type { Plan } from "./plan.ts";
import { planWorld } from "./plan-world.ts";
import { openPlannedContract } from "./planned-contract.ts";
import type { World } from "./world.ts";

export type PlannedInput = {
  readonly checked: CheckedScenario;
  readonly policy: CheckedPolicy;
  readonly plan: Plan;
  readonly priceScale: number;
  /** The volumes at which margins are asked for. */
  readonly world: World;
  /** Parameters that differ from the policy's, as rules read them. */
  readonly override?: Readonly<Record<string, number>>;
};

/**
 * The provider's margin in pence at several volumes, without luck: people by their means, spread over the months as the
 * indicative volume is and never beyond the places, with the policy's terms and no early end.
 */
export function plannedMargins(input: PlannedInput): number[] {
  const { checked, policy, plan, priceScale, world, override } = input;
  const { width } = world;
  const { graph, facts, nodes, run } = openPlannedContract({
    checked,
    policy,
    plan,
    priceScale,
    width,
    kinds: paymentKinds,
    override,
  });
  const owed = nodes.payments
    .map((p) => p.node)
    .reduce((a, b) => binary(graph, "add", a, b), constant(graph, 0));
  const margin = sumNode(graph, binary(graph, "sub", owed, facts.cost));
  nodes.close(owed);
  run(world);
  return Array.from({ length: width }, (_, path) => at(margin.out, path));
}

/**
 * A world at several volumes side by side: `ratios` are referrals over indicative referrals, one a path; `pick` gives
 * the rate or cost that applies, what was believed or the true mean. Any number of policies may be planned in it.
 */
export function worldAtRatios(
  checked: CheckedScenario,
  ratios: readonly number[],
  pick: (figure: Figure) => number,
): World {
  const width = ratios.length;
  const placesLeft = new Float64Array(width).fill(checked.scenario.volume.places ?? Number.POSITIVE_INFINITY);
  return planWorld(checked, {
    width,
    referrals: (_, indicative, path) => {
      const taken = Math.min(indicative * ratios[path]!, placesLeft[path]!);
      placesLeft[path] = placesLeft[path]! - taken;
      return taken;
    },
    pick,
  });
}
