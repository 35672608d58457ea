import { riskFacts } from "../engine/award-facts.ts";
import { codeOf, type Fact, type FactValue } from "../engine/fact.ts";
import { penceOf } from "../engine/money.ts";
import type { BoundRequirement } from "./bound-requirement.ts";
import type { CheckedOffer } from "./check-offers.ts";
import type { DeliveryRisk } from "./delivery-risk.ts";

/** One number for each offer under the name of a fact: numbers as they are, yes 1 and no 0, words by their place. */
export type OfferColumns = Map<string, Float64Array>;

/** The facts of offers that stand before anything is judged; what belongs to a criterion is apart. */
export function offerColumns(
  offers: readonly CheckedOffer[],
  bound: BoundRequirement,
  riskOf: (offer: string) => DeliveryRisk | undefined,
): OfferColumns {
  const facts = factsRead(bound);
  const columns: OfferColumns = new Map();
  for (const [i, offer] of offers.entries()) {
    for (const [name, value] of Object.entries(valuesOf(offer, bound, riskOf(offer.offer.id)))) {
      const fact = facts.get(name);
      if (fact === undefined) continue;
      let column = columns.get(name);
      if (column === undefined) {
        column = new Float64Array(offers.length).fill(codeOf(fact, fact.default));
        columns.set(name, column);
      }
      column[i] = codeOf(fact, value);
    }
  }
  // Where no offer was simulated a trial may still bring in one that is.
  for (const name of riskFacts) {
    const fact = facts.get(name);
    if (fact !== undefined && !columns.has(name))
      columns.set(name, new Float64Array(offers.length).fill(codeOf(fact, fact.default)));
  }
  return columns;
}

/** Every fact that some rule of the requirement may read, with the words of its own rules' facts. */
function factsRead({ checks, leaves }: BoundRequirement): Map<string, Fact> {
  return new Map([...checks, ...leaves].flatMap(({ contract }) => [...contract.facts]));
}

function valuesOf(
  { offer, pricePence }: CheckedOffer,
  { requirement, answers }: BoundRequirement,
  risk: DeliveryRisk | undefined,
): Record<string, FactValue> {
  const served = (asked: readonly string[], own: readonly string[] | undefined) =>
    own === undefined ? asked.length : asked.filter((name) => own.includes(name)).length;
  const insuranceAsked = requirement.insurance ?? 0;
  return {
    placesAsked: requirement.places ?? 0,
    leadInMonthsAsked: requirement.leadInMonths ?? 120,
    jobcentresAsked: requirement.jobcentres.length,
    groupsAsked: requirement.claimantGroups.length,
    insuranceAskedPence: penceOf(insuranceAsked)!,
    priceCeilingPence: penceOf(requirement.priceCeiling ?? 0)!,
    budgetPence: penceOf(requirement.budget)!,
    scopeAsked: requirement.scope ?? "broad",
    pricePence,
    placesOffered: offer.places ?? requirement.places ?? 0,
    leadInMonths: offer.leadInMonths,
    jobcentresServed: served(requirement.jobcentres, offer.jobcentres),
    groupsServed: served(requirement.claimantGroups, offer.claimantGroups),
    insurancePence: penceOf(offer.insurance ?? insuranceAsked)!,
    focus: offer.focus,
    excludedByLaw: offer.exclusions.length > 0,
    lowPriceExplanation:
      offer.lowPrice === undefined ? "none" : offer.lowPrice.accepted ? "accepted" : "rejected",
    ...(risk ?? {}),
    ...Object.fromEntries(
      answers.flatMap((name) => (Object.hasOwn(offer.answers, name) ? [[name, offer.answers[name]!]] : [])),
    ),
  };
}
