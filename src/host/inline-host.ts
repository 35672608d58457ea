import { type BlockRunner, blockWidth, openBlocks, type ScaledPolicy } from "../sim/block.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { blocksFor, openGathering } from "../sim/gather.ts";
import { keepWorlds } from "../sim/kept-worlds.ts";
import { columnsOfRun } from "../sim/ledger-columns.ts";
import { type TriedWorld, withTried } from "../sim/solve/tried-world.ts";
import { blocksIn, groupsFor } from "../sim/tally/group-blocks.ts";
import { openTallyMerging } from "../sim/tally/merge-tallies.ts";
import { openBlockTally } from "../sim/tally/tally-blocks.ts";
import type { Host, Progress } from "./host.ts";
import { tallyingOf } from "./tally-task.ts";

/** What a host needs from where it runs: a clock, and a way to let other work have a turn. */
export type Surroundings = { readonly now: () => number; readonly rest: () => Promise<void> };

const turnMs = 50;

export type InlineOptions = {
  /** Is a world drawn once and kept for the next run of its block? For solvers, which settle the same futures many times. */
  readonly keepsWorlds?: boolean;
  /** Names of the columns that are kept of each future; all where left out. */
  readonly columns?: readonly string[];
};

/** What a run settles: policies, the columns that are kept, and what is tried on the world. */
type Asked = {
  readonly policies: readonly ScaledPolicy[];
  readonly kept: readonly string[];
  readonly tried?: TriedWorld | undefined;
};

/** Runs blocks one after the other on this thread, letting other work have a turn now and then. */
export function openInlineHost(
  checked: CheckedScenario,
  seed: string,
  surroundings: Surroundings,
  { keepsWorlds = false, columns = columnsOfRun(checked) }: InlineOptions = {},
): Host {
  const worlds = keepsWorlds ? keepWorlds(checked) : undefined;
  let elapsed = 0;
  /** Opens blocks, lets `each` work on them until it has no more, and closes them. */
  const run = async (
    { policies, kept, tried }: Asked,
    paths: number,
    onProgress: ((progress: Progress) => void) | undefined,
    each: (blocks: BlockRunner) => Iterable<number>,
  ) => {
    const began = surroundings.now();
    const blocks = openBlocks(withTried(checked, tried), policies, undefined, {
      columns: kept,
      ...(worlds && tried === undefined && { worlds: worlds.open }),
    });
    let turn = began;
    try {
      for (const block of each(blocks)) {
        const now = surroundings.now();
        if (now - turn < turnMs) continue;
        turn = now;
        onProgress?.({ done: Math.min((block + 1) * blockWidth, paths), of: paths });
        await surroundings.rest();
      }
    } finally {
      blocks.close();
    }
    elapsed += surroundings.now() - began;
    onProgress?.({ done: paths, of: paths });
  };
  return {
    simulate: async (policies, paths, onProgress, tried) => {
      const gathering = openGathering(paths, policies.length, columns);
      await run({ policies, kept: columns, tried }, paths, onProgress, function* (blocks) {
        for (let block = 0; block < blocksFor(paths); block += blocks.blocks) {
          gathering.add(block, blocks.run({ seed, block }));
          yield block + blocks.blocks - 1;
        }
      });
      return gathering.ledgers();
    },
    tally: async (policies, paths, plan, firstGroup, onProgress) => {
      const merging = openTallyMerging(plan, firstGroup);
      await run({ policies, kept: plan.columns }, paths, onProgress, function* (blocks) {
        const tally = openBlockTally(plan, blocks.places);
        for (let group = firstGroup; group < groupsFor(paths); group++) {
          yield* tallyingOf(blocks, tally, seed, blocksIn(group, paths));
          merging.add(group, tally.take());
        }
      });
      return merging.whole();
    },
    elapsedMs: () => elapsed,
    close: async () => worlds?.close(),
  };
}
