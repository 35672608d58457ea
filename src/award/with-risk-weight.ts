import { splitMarks } from "./marks.ts";
import type { Requirement } from "./requirement-schema.ts";

/** The criterion that delivery risk becomes. */
export const riskCriterion = "deliveryRisk";

/**
 * A requirement in which delivery risk is a criterion of so many per cent; the other weights shrink in proportion.
 *
 * Weights keep two decimals and come to 100 exactly: each ends where its share of the cumulated weight does.
 *
 * @example weights 60 and 40 with 20 for the risk become 48, 32 and 20
 */
export function withRiskWeight(requirement: Requirement, weight: number): Requirement {
  const weights = requirement.criteria.map((criterion) => criterion.weight);
  const sum = weights.reduce((total, each) => total + Math.round(each * 100), 0);
  // What is wrong with the file's own weights is told of them.
  if (sum !== 10_000) return requirement;
  const shrunk = splitMarks(10_000 - Math.round(weight * 100), weights);
  const criteria = requirement.criteria.map((criterion, c) => ({ ...criterion, weight: shrunk[c]! / 100 }));
  return {
    ...requirement,
    criteria: [
      ...criteria,
      {
        id: riskCriterion,
        title: "Delivery risk",
        weight,
        assessed: "How often the contract fails midway in simulated futures of it",
        rule: "delivery-risk",
        ratingTop: 100,
      },
    ],
  };
}
