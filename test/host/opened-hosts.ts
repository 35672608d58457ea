import { openHost } from "../../src/cli/open-host.ts";
import type { Host } from "../../src/host/host.ts";
import { openInlineHost } from "../../src/host/inline-host.ts";
import { openNodePort } from "../../src/host/node-port.ts";
import { openPoolHost, type Port } from "../../src/host/pool-host.ts";
import { openSerializingPort } from "../../src/host/serializing-port.ts";
import { ledgerColumns as columns } from "../../src/sim/ledger-columns.ts";
import { openRun, type RunSpec } from "../../src/sim/run-spec.ts";

const now = () => performance.now();
const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
const serializing = () => openSerializingPort(structuredClone, (work) => setImmediate(work));

/** Every host that riskshare has, opened on a run; `openPort` may stand in for where a worker is started. */
export const hosts: Readonly<Record<string, (spec: RunSpec) => Promise<Host>>> = {
  inline: async (spec) => {
    const { checked, problems } = openRun(spec);
    if (checked === undefined) throw new Error(`the run cannot be opened: ${problems.length} problems`);
    return openInlineHost(checked, spec.seed, { now, rest });
  },
  serializing: (spec) => openPoolHost({ spec, threads: 3, openPort: serializing, now, columns }),
  "one worker thread": (spec) => openPoolHost({ spec, threads: 1, openPort: openNodePort, now, columns }),
  "two worker threads that send": (spec) =>
    openPoolHost({ spec, threads: 2, openPort: openNodePort, now, columns }),
  "two worker threads that share memory": (spec) =>
    openPoolHost({ spec, threads: 2, openPort: openNodePort, now, columns, sharesMemory: true }),
  "this thread and a worker": async (spec) => {
    const { checked, problems } = openRun(spec);
    if (checked === undefined) throw new Error(`the run cannot be opened: ${problems.length} problems`);
    return openHost(checked, spec, 2);
  },
};

/** A pool of worker threads whose ports are kept, so that a test can kill one. */
export async function openKillable(
  spec: RunSpec,
  threads: number,
): Promise<{ host: Host; ports: Port[]; killOne: () => Promise<void> }> {
  const ports: Port[] = [];
  const openPort = () => {
    const port = openNodePort();
    ports.push(port);
    return port;
  };
  const host = await openPoolHost({ spec, threads, openPort, now, columns, sharesMemory: true });
  return { host, ports, killOne: () => ports[0]!.kill() };
}
