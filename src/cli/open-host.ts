import type { Host } from "../host/host.ts";
import { openInlineHost } from "../host/inline-host.ts";
import { openNodePort } from "../host/node-port.ts";
import { openPoolHost } from "../host/pool-host.ts";
import { blockWidth } from "../sim/block.ts";
import { callOffsOf } from "../sim/call-offs.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { columnsOfRun } from "../sim/ledger-columns.ts";
import type { RunSpec } from "../sim/run-spec.ts";

const now = () => performance.now();

/** Below this many contract-months threads do not pay: they start, compile and warm up apart. */
const leastForThreads = 8_000_000;

/** How many of the threads that may be used are worth their start for so many futures under so many policies. */
export function usefulThreads(
  threads: number,
  paths: number,
  checked: CheckedScenario,
  policies = checked.policies.length,
): number {
  const contractMonths = paths * policies * callOffsOf(checked).length * checked.timeline.lastMonth;
  if (contractMonths < leastForThreads) return 1;
  return Math.max(1, Math.min(threads, Math.ceil(paths / blockWidth)));
}

/**
 * Opens the host for a number of threads: this thread for one, worker threads for more. `solves` says that unit prices
 * are solved, so that the same futures are settled many times.
 */
export async function openHost(
  checked: CheckedScenario,
  spec: RunSpec,
  threads: number,
  solves = false,
): Promise<Host> {
  if (threads === 1) {
    const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
    return openInlineHost(checked, spec.seed, { now, rest }, solves);
  }
  return openPoolHost(spec, threads, openNodePort, now, columnsOfRun(checked));
}
