import { availableParallelism } from "node:os";
import { openHerePort } from "../host/here-port.ts";
import type { Host } from "../host/host.ts";
import { openInlineHost } from "../host/inline-host.ts";
import { openNodePort, startSpareWorkers } from "../host/node-port.ts";
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

/** Futures from which a run of any scenario is likely to take worker threads. */
const manyFutures = 50_000;

/**
 * Starts worker threads, before the run that they are for is read, where the options that were typed ask for so many
 * futures that they will be of use.
 */
export function startThreadsEarly(options: { readonly paths?: string; readonly threads?: string }): void {
  const threads = Number(options.threads ?? availableParallelism());
  if (Number(options.paths) >= manyFutures && threads > 1 && threads <= availableParallelism())
    startSpareWorkers(threads - 1);
}

export type HostOptions = {
  /** Are unit prices solved? The same futures are then settled many times. */
  readonly solves?: boolean;
  /** Names of the columns that are kept of each future; all where left out. */
  readonly columns?: readonly string[];
};

/** Opens the host for a number of threads: this thread, joined by worker threads where there are more. */
export async function openHost(
  checked: CheckedScenario,
  spec: RunSpec,
  threads: number,
  { solves = false, columns = columnsOfRun(checked) }: HostOptions = {},
): Promise<Host> {
  if (threads === 1) {
    const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
    return openInlineHost(checked, spec.seed, { now, rest }, { keepsWorlds: solves, columns });
  }
  let isHere = false;
  const openPort = () => {
    if (isHere) return openNodePort();
    isHere = true;
    return openHerePort({ checked, seed: spec.seed }, setImmediate);
  };
  return openPoolHost({ spec, threads, openPort, now, columns, sharesMemory: true });
}
