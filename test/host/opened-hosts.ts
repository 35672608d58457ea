import type { Host } from "../../src/host/host.ts";
import { openInlineHost } from "../../src/host/inline-host.ts";
import { openNodePort } from "../../src/host/node-port.ts";
import { openPoolHost, type Port } from "../../src/host/pool-host.ts";
import { openSerializingPort } from "../../src/host/serializing-port.ts";
import { ledgerColumns } from "../../src/sim/ledger-columns.ts";
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
  serializing: (spec) => openPoolHost(spec, 3, serializing, now, ledgerColumns),
  "one worker thread": (spec) => openPoolHost(spec, 1, openNodePort, now, ledgerColumns),
  "two worker threads": (spec) => openPoolHost(spec, 2, openNodePort, now, ledgerColumns),
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
  const host = await openPoolHost(spec, threads, openPort, now, ledgerColumns);
  return { host, ports, killOne: () => ports[0]!.kill() };
}
