import type { ScaledPolicy } from "../sim/block.ts";
import type { LedgerColumns } from "../sim/risk/ledger-columns.ts";
import type { TriedWorld } from "../sim/solve/tried-world.ts";
import type { WholeTally } from "../sim/tally/tally.ts";
import type { TallyPlan } from "../sim/tally/tally-plan.ts";

/** How far a run has come: futures settled of those asked for. */
export type Progress = { readonly done: number; readonly of: number };

/**
 * Where blocks run. All hosts give the same bytes for the same run: only the time differs.
 *
 * `simulate` settles the first `paths` futures under the given policies, each at its scale of unit prices, in the world of
 * the scenario or in one that is tried, and keeps the columns that the host was opened for. `tally` keeps of them, from the group `firstGroup` on, what a plan asks for.
 */
export type Host = {
  readonly simulate: (
    policies: readonly ScaledPolicy[],
    paths: number,
    onProgress?: (progress: Progress) => void,
    tried?: TriedWorld,
  ) => Promise<readonly LedgerColumns[]>;
  readonly tally: (
    policies: readonly ScaledPolicy[],
    paths: number,
    plan: TallyPlan,
    firstGroup: number,
    onProgress?: (progress: Progress) => void,
  ) => Promise<WholeTally>;
  /** Milliseconds spent in simulation so far, once the host was ready. */
  readonly elapsedMs: () => number;
  readonly close: () => Promise<void>;
};
