import { blockWidth, ledgerColumns, openBlocks } from "./block.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { openWorld } from "./draw-world.ts";
import { leversOf } from "./lever.ts";
import type { Plan } from "./plan.ts";
import { planOf } from "./plan-run.ts";
import { responsesOf } from "./responses.ts";
import type { World } from "./world.ts";

/** One future under one policy: the world that it is a path of, and what the kernel left on it. */
export type OnePath = {
  readonly policy: CheckedPolicy;
  readonly plan: Plan;
  readonly priceScale: number;
  readonly world: World;
  /** The path's place in the world's block. */
  readonly place: number;
  /** What the kernel keeps of the path, by measure; money in pence. */
  readonly ledger: Readonly<Record<(typeof ledgerColumns)[number], number>>;
};

/** Draws the block that a future is in, as the simulation does, and settles it; futures are counted from 0. */
export function openPath(
  checked: CheckedScenario,
  policyPlace: number,
  priceScale: number,
  seed: string,
  path: number,
): OnePath {
  const policy = checked.policies[policyPlace]!;
  const plan = planOf(checked, policy, priceScale);
  const levers = [...leversOf(checked.scenario, policy.spec.levers), ...responsesOf(checked, policy, plan)];
  const luck = { seed, block: Math.floor(path / blockWidth) };
  const place = path % blockWidth;
  const world = openWorld(checked.scenario, checked.timeline, levers, blockWidth)(luck);
  const settled = openBlocks(checked, [{ place: policyPlace, priceScale }]).run(luck);
  const ledger = Object.fromEntries(
    ledgerColumns.map((name, c) => [name, settled[c * blockWidth + place]!]),
  ) as OnePath["ledger"];
  return { policy, plan, priceScale, world, place, ledger };
}
