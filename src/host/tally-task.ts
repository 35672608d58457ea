import type { BlockRunner } from "../sim/block.ts";
import { blocksIn, type GroupBlock } from "../sim/tally/group-blocks.ts";
import type { Tally } from "../sim/tally/tally.ts";
import type { BlockTally } from "../sim/tally/tally-blocks.ts";

/** Draws, settles and tallies the blocks of one group. */
export function tallyGroup(
  blocks: BlockRunner,
  tally: BlockTally,
  run: { readonly seed: string; readonly group: number; readonly paths: number },
): Tally {
  for (const each of blocksIn(run.group, run.paths)) tallyBlock(blocks, tally, run.seed, each);
  return tally.take();
}

/** Draws, settles and tallies one block. */
export function tallyBlock(
  blocks: BlockRunner,
  tally: BlockTally,
  seed: string,
  { block, count }: GroupBlock,
): void {
  tally.add(blocks.run({ seed, block }).columns, count);
}
