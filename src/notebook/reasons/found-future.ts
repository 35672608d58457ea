import type { Progress } from "../../host/host.ts";
import { openInlineHost, type Surroundings } from "../../host/inline-host.ts";
import type { FoundPath } from "../../report/told-path.ts";
import type { Basis } from "../../sim/basis.ts";
import { pathAtQuantile } from "../../sim/path-at-quantile.ts";
import { solveBasis } from "../../sim/solve-basis.ts";
import type { OpenedRequest } from "../live/open-request.ts";
import type { FutureRequest } from "./reasons-request.ts";

/** A policy's scale of unit prices, and its margins on all futures at that scale. */
type Ranked = { readonly priceScale: number; readonly margins: Float64Array };
type OnProgress = (progress: Progress) => void;

/**
 * Opens the search for futures, as `riskshare explain` searches: all futures of the scenario are settled under the policy
 * and ranked by margin. The margins of the last few policies are kept, so that another quantile costs nothing.
 */
export function openFutures(version: string, surroundings: Surroundings) {
  const kept = new Map<string, readonly Ranked[]>();
  /** By place, those of the policies that had to be settled. */
  const rank = async (
    { checked, seed, world }: OpenedRequest,
    { place, basis }: { readonly place: number; readonly basis: Basis },
    onProgress: OnProgress,
  ): Promise<readonly Ranked[]> => {
    const { paths, requirement } = checked.scenario;
    // Prices that are solved hang on the policies beside it.
    const settled =
      basis === "same-unit-prices" ? checked.policies.slice(place, place + 1) : checked.policies;
    const terms = settled.map(({ spec }) => [spec.rulesets, spec.parameters, spec.levers]);
    const key = JSON.stringify([world, basis, terms]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const host = openInlineHost(checked, seed, surroundings, { keepsWorlds: settled.length > 1 });
    const simulate: Parameters<typeof solveBasis>[2] = (policies, n) =>
      host.simulate(policies, n, onProgress);
    try {
      const { scales, ledgers } =
        basis === "same-unit-prices"
          ? { scales: [1], ledgers: await simulate([{ place, priceScale: 1 }], paths) }
          : await solveBasis(checked, { basis, paths, requirement }, simulate);
      const found = ledgers.map(({ margin }, p) => ({ priceScale: scales[p]!, margins: margin }));
      kept.set(key, found);
      if (kept.size > 8) kept.delete(kept.keys().next().value!);
      return found;
    } finally {
      await host.close();
    }
  };
  return async (
    opened: OpenedRequest,
    request: FutureRequest,
    onProgress: OnProgress,
  ): Promise<FoundPath> => {
    const { checked, seed } = opened;
    const { policy, choice, contract = 0, basis = "same-unit-prices" } = request;
    const place = checked.policies.findIndex(({ spec }) => spec.id === policy);
    const { paths } = checked.scenario;
    const isAlone = basis === "same-unit-prices";
    // A number alone tells a future whose prices are known.
    const ranked =
      isAlone && choice.path !== undefined
        ? undefined
        : (await rank(opened, { place, basis }, onProgress))[isAlone ? 0 : place]!;
    const path = choice.path ?? pathAtQuantile(ranked!.margins, choice.at) + 1;
    return {
      place,
      priceScale: ranked?.priceScale ?? 1,
      version,
      seed,
      paths,
      basis,
      path: Math.min(path, paths),
      at: choice.at ?? null,
      contract,
    };
  };
}
