import type { BlockRunner } from "../sim/block.ts";
import { blockWidth } from "../sim/block-width.ts";
import { blocksIn, type GroupBlock } from "../sim/tally/group-blocks.ts";
import type { Tally } from "../sim/tally/tally.ts";
import type { BlockTally } from "../sim/tally/tally-blocks.ts";
import type { Parts } from "../sim/turns.ts";

/** Draws, settles and tallies the blocks of one group, a run of blocks at a time. */
export function* tallyGroupInParts(
  blocks: BlockRunner,
  tally: BlockTally,
  run: { readonly seed: string; readonly group: number; readonly paths: number },
): Parts<Tally> {
  for (const _ of tallyingOf(blocks, tally, run.seed, blocksIn(run.group, run.paths))) yield;
  return tally.take();
}

/** Draws, settles and tallies blocks that follow each other, a run at a time; gives the last block of each run. */
export function* tallyingOf(
  blocks: BlockRunner,
  tally: BlockTally,
  seed: string,
  list: readonly GroupBlock[],
): Generator<number> {
  for (let first = 0; first < list.length; first += blocks.blocks) {
    const together = list.slice(first, first + blocks.blocks);
    const { columns } = blocks.run({ seed, block: together[0]!.block });
    for (const [k, { count }] of together.entries()) tally.add(columns, k * blockWidth, count);
    yield together.at(-1)!.block;
  }
}
