import { blockWidth } from "../block.ts";
import type { LedgerColumns } from "../risk/ledger-columns.ts";
import { blocksIn, groupsFor } from "./group-blocks.ts";
import { openTallyMerging } from "./merge-tallies.ts";
import type { WholeTally } from "./tally.ts";
import { openBlockTally } from "./tally-blocks.ts";
import type { TallyPlan } from "./tally-plan.ts";

/** Tallies the pilot from the columns that were kept of it, as any other block is tallied when it is drawn. */
export function tallyPilot(plan: TallyPlan, ledgers: readonly LedgerColumns[], paths: number): WholeTally {
  const kept = ledgers.flatMap((ledger) => plan.columns.map((name) => ledger[name]!));
  const own = [...new Set(kept)];
  const tally = openBlockTally(
    plan,
    Int32Array.from(kept, (column) => own.indexOf(column)),
  );
  const found = own.map((data) => ({ uniform: false, value: 0, data, count: false }));
  const merging = openTallyMerging(plan, 0);
  for (let group = 0; group < groupsFor(paths); group++) {
    for (const { block, count } of blocksIn(group, paths)) {
      tally.add(found, block * blockWidth, count);
    }
    merging.add(group, tally.take());
  }
  return merging.whole();
}
