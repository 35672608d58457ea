import { didYouMean } from "../engine/nearest-name.ts";
import { type Problem, problemText } from "../engine/problem.ts";
import type { ScaledPolicy } from "../sim/block.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { asStated, riskContext } from "../sim/compare.ts";
import { scaleForTotal } from "../sim/planned-scale.ts";
import type { Estimate } from "../sim/risk/estimate.ts";
import { measureOne } from "../sim/risk/measure-policy.ts";
import type { RunSpec } from "../sim/run-spec.ts";
import { simulateHere } from "../sim/simulate-here.ts";
import type { CheckedOffer } from "./check-offers.ts";
import type { DeliveryRisk } from "./delivery-risk.ts";
import { openOfferScenarios } from "./offer-scenario.ts";

/** What a simulation of the contract says of one offer, each with its 95 % interval; money in pounds. */
export type OfferRisk = {
  readonly offer: string;
  /** The scale of unit prices at which the plan pays the offer's price. */
  readonly priceScale: number;
  readonly chanceOfLoss: Estimate;
  readonly averageWorstLoss: Estimate;
  readonly chanceOfFailure: Estimate;
};

export type RiskInput = {
  readonly spec: RunSpec;
  readonly policy: string;
  readonly paths: number;
  readonly seed: string;
  /** Awaited now and then, so that a caller can answer others or stop by throwing. */
  readonly rest: () => Promise<void>;
};

const mostTogether = 12;

/** How far the plan may miss an offer's price. */
const nearEnough = 1e-3;

/**
 * Simulates the contract once for each offer, all on the same futures.
 *
 * Unit prices are scaled so that the plan pays the offer's price at the indicative volume; lead-in and costs are the
 * offer's own, all else the scenario's. Offers that differ in nothing but price share their worlds.
 */
export async function offerRisks(
  offers: readonly CheckedOffer[],
  { spec, policy, paths, seed, rest }: RiskInput,
): Promise<{ risks: OfferRisk[]; problems: readonly Problem[] }> {
  const scenarioOf = openOfferScenarios(spec);
  const problems: Problem[] = [];
  const groups = new Map<CheckedScenario, { id: string; scaled: ScaledPolicy }[]>();
  for (const { offer, pricePence } of offers) {
    const { checked, problems: wrong } = scenarioOf(offer);
    problems.push(...wrong);
    if (checked === undefined) continue;
    const ids = checked.policies.map(({ spec: { id } }) => id);
    const place = ids.indexOf(policy);
    if (place < 0) {
      const hint = didYouMean(policy, ids);
      const unknown = { adjective: "unknown", noun: "policy", found: policy } as const;
      return {
        risks: [],
        problems: [
          {
            where: "contract.policy",
            ...unknown,
            expected: `one of ${ids.join(", ")}`,
            ...(hint && { hint }),
          },
        ],
      };
    }
    const { scale, miss } = scaleForTotal(checked, place, pricePence);
    if (Math.abs(miss) > nearEnough * pricePence) {
      problems.push({
        where: offer.id,
        adjective: "unsupported",
        noun: "price",
        found: `£${pricePence / 100}`,
        expected: `a price that the terms of ${policy} can pay at the indicative volume`,
      });
      continue;
    }
    const group = groups.get(checked) ?? [];
    group.push({ id: offer.id, scaled: { place, priceScale: scale } });
    groups.set(checked, group);
  }
  if (problems.length > 0) return { risks: [], problems: onceEach(problems) };
  const risks = new Map<string, OfferRisk>();
  for (const [checked, group] of groups) {
    // So many at a time that their ledgers and their graph stay small, however many offers there are.
    for (let from = 0; from < group.length; from += mostTogether) {
      const some = group.slice(from, from + mostTogether);
      const scaled = some.map((each) => each.scaled);
      const ledgers = await simulateHere(checked, scaled, paths, { seed, rest });
      for (const [g, ledger] of ledgers.entries()) {
        const { id, scaled: own } = some[g]!;
        const context = riskContext(checked, own.place, own.priceScale, paths);
        const measure = (metric: string) => measureOne(asStated(checked, ledger), context, metric)!;
        risks.set(id, {
          offer: id,
          priceScale: own.priceScale,
          chanceOfLoss: measure("probabilityOfLoss"),
          averageWorstLoss: measure("expectedShortfall95"),
          chanceOfFailure: measure("probabilityEndsEarly"),
        });
      }
    }
  }
  return { risks: offers.flatMap(({ offer }) => risks.get(offer.id) ?? []), problems: [] };
}

/** What is wrong with the scenario itself is wrong for every offer, and is told once. */
function onceEach(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [problemText(problem), problem])).values()];
}

/** The risk of an offer as facts that rules read. */
export function riskFactsOf({ chanceOfLoss, chanceOfFailure, averageWorstLoss }: OfferRisk): DeliveryRisk {
  return {
    chanceOfLoss: chanceOfLoss.value ?? 0,
    chanceOfFailure: chanceOfFailure.value ?? 0,
    averageWorstLossPence: Math.round((averageWorstLoss.value ?? 0) * 100),
  };
}
