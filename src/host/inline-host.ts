import { blockWidth, openBlocks } from "../sim/block.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { blocksFor, openGathering } from "../sim/gather.ts";
import { columnsOfRun } from "../sim/ledger-columns.ts";
import type { Host } from "./host.ts";

/** What a host needs from where it runs: a clock, and a way to let other work have a turn. */
export type Surroundings = { readonly now: () => number; readonly rest: () => Promise<void> };

const turnMs = 50;

/** Runs blocks one after the other on this thread, letting other work have a turn now and then. */
export function openInlineHost(checked: CheckedScenario, seed: string, surroundings: Surroundings): Host {
  let elapsed = 0;
  return {
    simulate: async (policies, paths, onProgress) => {
      const began = surroundings.now();
      const blocks = openBlocks(checked, policies);
      const gathering = openGathering(paths, policies.length, columnsOfRun(checked));
      const count = blocksFor(paths);
      let turn = began;
      let results: Float64Array | undefined;
      try {
        for (let block = 0; block < count; block++) {
          results = blocks.run({ seed, block }, results);
          gathering.add(block, results);
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
      return gathering.ledgers();
    },
    elapsedMs: () => elapsed,
    close: async () => undefined,
  };
}
