import type { Host } from "../host/host.ts";
import { openInlineHost } from "../host/inline-host.ts";
import { openNodePort } from "../host/node-port.ts";
import { openPoolHost } from "../host/pool-host.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { columnsOfRun } from "../sim/ledger-columns.ts";
import type { RunSpec } from "../sim/run-spec.ts";

const now = () => performance.now();

/** Opens the host for a number of threads: this thread for one, worker threads for more. */
export async function openHost(checked: CheckedScenario, spec: RunSpec, threads: number): Promise<Host> {
  if (threads === 1) {
    return openInlineHost(checked, spec.seed, {
      now,
      rest: () => new Promise((resolve) => setImmediate(resolve)),
    });
  }
  return openPoolHost(spec, threads, openNodePort, now, columnsOfRun(checked));
}
