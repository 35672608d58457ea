import type { Estimate } from "../risk/estimate.ts";
import type { Difference } from "../risk/measure-difference.ts";
import type { Sampling } from "../sampling.ts";
import {
  betterByReplicate,
  estimatesByReplicate,
  type ReplicatedPolicy,
  withReplicateDifferences,
  withReplicateSpreads,
} from "./measure-replicates.ts";
import { quasiPaths } from "./replicates.ts";

/** Gives the intervals that the sampling asks for in the place of those for random futures. */
export type Intervals = {
  readonly ofPolicy: (place: number, measured: Record<string, Estimate>) => Record<string, Estimate>;
  /** Of a policy's difference from the first. */
  readonly ofDifference: (place: number, measured: Difference) => Difference;
};

/** Opens the intervals of policies that were run on the same futures. */
export function openIntervals(
  sampling: Sampling | undefined,
  policies: readonly ReplicatedPolicy[],
): Intervals {
  if (sampling !== "quasi")
    return { ofPolicy: (_, measured) => measured, ofDifference: (_, measured) => measured };
  for (const { paths } of policies.map(({ context }) => context))
    if (quasiPaths(paths) !== paths)
      throw new RangeError(
        `paths: invalid count: ${paths}; expected ${quasiPaths(paths)}, a whole set of scramblings`,
      );
  const estimates = estimatesByReplicate(policies);
  const first = policies[0]!;
  return {
    ofPolicy: (p, measured) => withReplicateSpreads(measured, policies[p]!, estimates[p]!),
    ofDifference: (p, { metrics, probabilityBetter: { margin, payment } }) => {
      const { ledger } = policies[p]!;
      return {
        metrics: withReplicateDifferences(metrics, policies[p]!, estimates[p]!, estimates[0]!),
        probabilityBetter: {
          margin: betterByReplicate(margin, ledger.margin, first.ledger.margin, "higher"),
          payment: betterByReplicate(payment, ledger.payment, first.ledger.payment, "lower"),
        },
      };
    },
  };
}
