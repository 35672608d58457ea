import { openInlineHost, type Surroundings } from "../../host/inline-host.ts";
import type { FoundPath } from "../../report/told-path.ts";
import { pathAtQuantile } from "../../sim/path-at-quantile.ts";
import type { OpenedRequest } from "../live/open-request.ts";
import type { FutureRequest } from "./reasons-request.ts";

/**
 * Opens the search for futures, as `riskshare explain` searches: all futures of the scenario are settled under the policy
 * and ranked by margin. The margins of the last few policies are kept, so that another quantile costs nothing.
 */
export function openFutures(version: string, surroundings: Surroundings) {
  const kept = new Map<string, Float64Array>();
  const marginsOf = async ({ checked, seed, world }: OpenedRequest, place: number, paths: number) => {
    const { rulesets, parameters, levers } = checked.policies[place]!.spec;
    const key = JSON.stringify([world, rulesets, parameters, levers]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const host = openInlineHost(checked, seed, surroundings);
    const [ledger] = await host.simulate([{ place, priceScale: 1 }], paths);
    await host.close();
    const { margin } = ledger!;
    kept.set(key, margin);
    if (kept.size > 8) kept.delete(kept.keys().next().value!);
    return margin;
  };
  return async (opened: OpenedRequest, request: FutureRequest): Promise<FoundPath> => {
    const { checked, seed } = opened;
    const { policy, choice, contract = 0 } = request;
    const place = checked.policies.findIndex(({ spec }) => spec.id === policy);
    const { paths } = checked.scenario;
    const path = choice.path ?? pathAtQuantile(await marginsOf(opened, place, paths), choice.at) + 1;
    return {
      place,
      priceScale: 1,
      version,
      seed,
      paths,
      basis: "same-unit-prices",
      path: Math.min(path, paths),
      at: choice.at ?? null,
      contract,
    };
  };
}
