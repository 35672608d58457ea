import type { Host } from "../../src/host/host.ts";
import { openPoolHost, type Port } from "../../src/host/pool-host.ts";
import { compare } from "../../src/sim/compare.ts";
import { canonicalText } from "../../src/sim/content-hash.ts";
import { columnsOfRun } from "../../src/sim/ledger-columns.ts";
import { openRun, type RunSpec } from "../../src/sim/run-spec.ts";
import { sha256 } from "../../src/sim/sha256.ts";

/** One hash over all that a comparison leaves but its timing; the same code runs in Node and in a page. */
export async function resultHash(
  spec: RunSpec,
  paths: number,
  threads: number,
  openPort: () => Port,
): Promise<string> {
  const { checked, problems } = openRun(spec);
  if (checked === undefined) throw new Error(`the run cannot be opened: ${problems.length} problems`);
  const now = () => performance.now();
  const host: Host = await openPoolHost({ spec, threads, openPort, now, columns: columnsOfRun(checked) });
  try {
    const { requirement } = checked.scenario;
    const { result } = await compare(
      checked,
      { basis: "same-expected-bill", paths, requirement },
      (policies, count) => host.simulate(policies, count),
    );
    return sha256(canonicalText(result));
  } finally {
    await host.close();
  }
}
