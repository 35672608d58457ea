import { blockWidth, leversOfPolicy, openBlocks, openWorlds } from "./block.ts";
import { numberAt } from "./block-result.ts";
import { callOffsOf } from "./call-offs.ts";
import type { CheckedPolicy, CheckedScenario } from "./check-scenario.ts";
import { type LedgerColumn, ledgerColumns } from "./ledger-columns.ts";
import type { Plan } from "./plan.ts";
import { planOf } from "./plan-run.ts";
import type { World } from "./world.ts";

/** One future under one policy: the world that it is a path of, and what the kernel left on it. */
export type OnePath = {
  readonly policy: CheckedPolicy;
  readonly policyPlace: number;
  readonly priceScale: number;
  /** The plan and the world of each contract. */
  readonly plans: readonly Plan[];
  readonly worlds: readonly World[];
  /** The path's place in the worlds' block. */
  readonly place: number;
  /** What the kernel keeps of the path, by measure; money in pence. */
  readonly ledger: Readonly<Record<LedgerColumn, number>>;
};

/** Draws the block that a future is in, as the simulation does, and settles it; futures are counted from 0. */
export function openPath(
  checked: CheckedScenario,
  policyPlace: number,
  priceScale: number,
  seed: string,
  path: number,
): OnePath {
  const plans = callOffsOf(checked).map(({ checked: own }) =>
    planOf(own, own.policies[policyPlace]!, priceScale),
  );
  const levers = callOffsOf(checked).map(({ checked: own }, k) =>
    leversOfPolicy(own, policyPlace, plans[k]!),
  );
  const luck = { seed, block: Math.floor(path / blockWidth) };
  const place = path % blockWidth;
  const worlds = openWorlds(checked, levers)(luck);
  const blocks = openBlocks(checked, [{ place: policyPlace, priceScale }], undefined, { blocks: 1 });
  const settled = blocks.run(luck);
  const ledger = Object.fromEntries(
    ledgerColumns.map((name, c) => [name, numberAt(settled, c, place)]),
  ) as OnePath["ledger"];
  blocks.close();
  return { policy: checked.policies[policyPlace]!, policyPlace, plans, priceScale, worlds, place, ledger };
}
