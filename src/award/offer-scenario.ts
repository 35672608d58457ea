import { parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { applyChange } from "../sim/change.ts";
import { type CheckedScenario, checkScenario } from "../sim/check-scenario.ts";
import type { RunSpec } from "../sim/run-spec.ts";
import { type OfferCosts, pathOfCost } from "./offer-costs.ts";
import type { Offer } from "./offer-schema.ts";

type Contract = { readonly leadInMonths?: number; readonly firstReferralMonth?: number };

/** What of a scenario is another under an offer: its lead-in and its own costs. */
export function changesOf(offer: Offer, contract: Contract): Record<string, unknown> {
  const costs = Object.entries(offer.costs) as [keyof OfferCosts, number][];
  const planned = contract.firstReferralMonth ?? (contract.leadInMonths ?? 0) + 1;
  return {
    "contract.leadInMonths": offer.leadInMonths,
    // People are referred as planned; only who is not ready yet misses them.
    "contract.firstReferralMonth": Math.max(planned, offer.leadInMonths + 1),
    ...Object.fromEntries(costs.map(([name, pounds]) => [pathOfCost[name], pounds])),
  };
}

export type OfferScenario =
  | { readonly checked: CheckedScenario; readonly problems: readonly [] }
  | { readonly checked?: undefined; readonly problems: readonly Problem[] };

/** Opens scenarios as offers change them; offers that change it alike share one. */
export function openOfferScenarios(spec: RunSpec): (offer: Offer) => OfferScenario {
  const document = parseDocument(spec.name, spec.text, spec.format);
  const library = new Map(spec.library.map((ruleset) => [ruleset.id, ruleset]));
  const known = new Map<string, OfferScenario>();
  return (offer) => {
    const { contract = {} } = (document.value ?? {}) as { contract?: Contract };
    const changes = changesOf(offer, contract);
    let value = document.value;
    const problems: Problem[] = [...document.problems];
    for (const [path, to] of Object.entries(changes)) {
      const changed = applyChange(value, path, to);
      if (changed === undefined) {
        problems.push({
          where: offer.id,
          adjective: "unsupported",
          noun: "cost",
          found: path,
          expected: `a figure of the scenario ${spec.name}, which has none there`,
        });
      } else value = changed;
    }
    if (problems.length > 0) return { problems };
    const key = JSON.stringify(changes);
    const before = known.get(key);
    if (before !== undefined) return before;
    const { checked, problems: wrong } = checkScenario({ ...document, value }, library, spec.changes);
    const opened: OfferScenario = checked === undefined ? { problems: wrong } : { checked, problems: [] };
    known.set(key, opened);
    return opened;
  };
}
