import type { ExplainedPath } from "../report/explained-path.ts";
import { type ToldPath, tellOnBothRoads } from "../report/told-path.ts";
import type { Basis } from "../sim/basis.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { pathAtQuantile } from "../sim/path-at-quantile.ts";
import type { RunSpec } from "../sim/run-spec.ts";
import { solveBasis } from "../sim/solve-basis.ts";
import { openHost, usefulThreads } from "./open-host.ts";
import { openProgressLine } from "./progress-line.ts";
import { version } from "./version.ts";

/** Which future of a run is to be explained, under which policy and prices. */
export type Wanted = {
  /** The policy's place in the scenario. */
  readonly place: number;
  readonly basis: Basis;
  readonly paths: number;
  readonly seed: string;
  /** Worker threads to find the future with. */
  readonly threads: number;
  /** The place of the contract that is told, where there are several. */
  readonly contract?: number;
  /** The future's number from 1, or the quantile at which its margin stands. */
  readonly choice:
    | { readonly path: number; readonly at?: undefined }
    | { readonly at: number; readonly path?: undefined };
};

/** Finds the future, replays it through json-rules-engine, holds it against the kernel, and explains it. */
export async function explainPath(
  checked: CheckedScenario,
  spec: RunSpec,
  wanted: Wanted,
): Promise<ExplainedPath> {
  return (await explainOnBothRoads(checked, spec, wanted)).explained;
}

/** The same, with what both roads left beside the explanation. */
export async function explainOnBothRoads(
  checked: CheckedScenario,
  spec: RunSpec,
  wanted: Wanted,
): Promise<ToldPath> {
  const { place, basis, paths, seed, choice } = wanted;
  const { path, priceScale } = await findPath(checked, { ...spec, seed }, wanted);
  return tellOnBothRoads(checked, {
    place,
    priceScale,
    version,
    seed,
    paths,
    basis,
    path: path + 1,
    at: choice.at ?? null,
    contract: wanted.contract ?? 0,
  });
}

/** How many policies must be settled on every future to find the one that is wanted. */
export function policiesToSettle(checked: CheckedScenario, wanted: Pick<Wanted, "basis" | "choice">): number {
  if (wanted.basis !== "same-unit-prices") return checked.policies.length;
  return wanted.choice.path === undefined ? 1 : 0;
}

/** The scale of unit prices, and the future's place from 0; nothing is simulated that the answer does not need. */
async function findPath(
  checked: CheckedScenario,
  spec: RunSpec,
  { place, basis, paths, choice, threads }: Wanted,
): Promise<{ path: number; priceScale: number }> {
  const settled = policiesToSettle(checked, { basis, choice });
  if (settled === 0) return { path: choice.path! - 1, priceScale: 1 };
  const host = await openHost(checked, spec, usefulThreads(threads, paths, checked, settled));
  const line = openProgressLine(() => performance.now());
  try {
    const simulate: Parameters<typeof solveBasis>[2] = (policies, n) => host.simulate(policies, n, line.show);
    if (basis === "same-unit-prices") {
      const [ledger] = await simulate([{ place, priceScale: 1 }], paths);
      return { path: pathAtQuantile(ledger!.margin, choice.at ?? 0.5), priceScale: 1 };
    }
    const { requirement } = checked.scenario;
    const solved = await solveBasis(checked, { basis, paths, requirement }, simulate);
    const priceScale = solved.scales[place]!;
    if (choice.path !== undefined) return { path: choice.path - 1, priceScale };
    return { path: pathAtQuantile(solved.ledgers[place]!.margin, choice.at), priceScale };
  } finally {
    line.clear();
    await host.close();
  }
}
