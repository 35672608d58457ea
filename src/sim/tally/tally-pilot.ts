import { blockWidth } from "../block.ts";
import type { LedgerColumns } from "../risk/ledger-columns.ts";
import { blocksIn, groupsFor } from "./group-blocks.ts";
import { openTallyMerging } from "./merge-tallies.ts";
import type { WholeTally } from "./tally.ts";
import { openBlockTally } from "./tally-blocks.ts";
import type { TallyPlan } from "./tally-plan.ts";

/** Tallies the pilot from the columns that were kept of it, as any other block is tallied when it is drawn. */
export function tallyPilot(plan: TallyPlan, ledgers: readonly LedgerColumns[], paths: number): WholeTally {
  const tally = openBlockTally(plan);
  const merging = openTallyMerging(plan, 0);
  for (let group = 0; group < groupsFor(paths); group++) {
    for (const { block, count } of blocksIn(group, paths)) {
      const from = block * blockWidth;
      let to = 0;
      for (const ledger of ledgers)
        for (const name of plan.columns) {
          tally.block.set(ledger[name]!.subarray(from, from + count), to);
          to += blockWidth;
        }
      tally.add(count);
    }
    merging.add(group, tally.take());
  }
  return merging.whole();
}
