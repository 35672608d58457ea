import { type BlockOptions, blocksTogether, openBlocks, type ScaledPolicy } from "./block.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { blocksFor, openGathering } from "./gather.ts";
import { columnsOfRun } from "./ledger-columns.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";

export type SimulateHere = {
  readonly seed: string;
  /** Worlds that are kept from run to run; drawn anew where left out. */
  readonly worlds?: BlockOptions["worlds"];
  /** Awaited between blocks, so that a caller can answer others or stop by throwing. */
  readonly rest?: () => Promise<void>;
  /** Names of the columns that are kept of each future; all where left out. */
  readonly columns?: readonly string[];
};

/** Few blocks that do not pair are run one by one, so that none is drawn for nothing. */
function blocksAtOnce(paths: number): number {
  const blocks = blocksFor(paths);
  return blocks < 8 && blocks % blocksTogether !== 0 ? 1 : blocksTogether;
}

/** Simulates policies on the first futures of a seed, block after block on this thread: a ledger for each. */
export async function simulateHere(
  checked: CheckedScenario,
  policies: readonly ScaledPolicy[],
  paths: number,
  { seed, worlds, rest, columns = columnsOfRun(checked) }: SimulateHere,
): Promise<readonly LedgerColumns[]> {
  const blocks = openBlocks(checked, policies, undefined, {
    blocks: blocksAtOnce(paths),
    columns,
    ...(worlds && { worlds }),
  });
  const gathering = openGathering(paths, policies.length, columns);
  try {
    for (let block = 0; block < blocksFor(paths); block += blocks.blocks) {
      gathering.add(block, blocks.run({ seed, block }));
      await rest?.();
    }
  } finally {
    blocks.close();
  }
  return gathering.ledgers();
}
