import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { Round } from "../../award/judge-round.ts";
import { awardCriteriaCode, awardCriteriaDetails, criteriaBreakdown } from "./criteria-breakdown.ts";
import { moneyValue } from "./money-value.ts";
import type { PartyReference } from "./parties.ts";

/** A requirement is one lot; the breakdown of criteria has its place there. */
export const onlyLot = "lot-1";

/** What is asked for and how offers are judged: the tender of a release, with its one lot. */
export function tenderSection(
  bound: BoundRequirement,
  round: Round,
  buyer: PartyReference,
  status: "active" | "complete" | "unsuccessful",
): Record<string, unknown> {
  const { id, title, summary, budget } = bound.requirement;
  const value = moneyValue(Math.round(budget * 100));
  // Standing offers come from those who qualified; of other rounds it is not known who might offer.
  const isCallOff = round.ranking.some(({ offer }) => offer.offer.prices !== undefined);
  return {
    id,
    title,
    ...(summary !== undefined && { description: summary }),
    status,
    procuringEntity: buyer,
    value,
    ...(isCallOff && { procurementMethod: "selective" }),
    mainProcurementCategory: "services",
    awardCriteria: awardCriteriaCode(bound),
    awardCriteriaDetails: awardCriteriaDetails(bound),
    ...(bound.checks.length > 0 && {
      eligibilityCriteria: `${bound.checks.map(({ ruleset }) => ruleset.title).join("; ")}.`,
    }),
    lots: [{ id: onlyLot, title, status, value, awardCriteria: criteriaBreakdown(bound) }],
  };
}
