import type { BoundCriterion, BoundRequirement } from "../../award/bound-requirement.ts";
import { listWords } from "../../engine/words/name-words.ts";
import { numberWords } from "../../engine/words/value-words.ts";

/**
 * The criteria of a requirement as the extension for their breakdown has them, weights in per cent.
 *
 * It has no parts of a criterion: they stand in the description.
 */
export function criteriaBreakdown({ criteria, requirement }: BoundRequirement): object {
  return {
    criteria: criteria.map((criterion, c) => {
      const type = typeOf(criterion);
      const { assessed, parts = [] } = requirement.criteria[c]!;
      const of = parts.map(({ title, weight }) => `${title} (${numberWords(weight)} %)`);
      const description = [assessed, of.length === 0 ? undefined : `Parts: ${listWords(of)}.`]
        .filter((text) => text !== undefined)
        .join(assessed?.endsWith(".") ? " " : ". ");
      return {
        ...(type !== undefined && { type }),
        name: criterion.title,
        ...(description !== "" && { description }),
        numbers: [{ number: criterion.weight, weight: "percentageExact" }],
      };
    }),
  };
}

/** The code of the standard for what decides: price, quality or both. */
export function awardCriteriaCode({ criteria }: BoundRequirement): string {
  const types = new Set(criteria.filter(({ weight }) => weight > 0).map(typeOf));
  if (types.size > 1 || types.has(undefined)) return "ratedCriteria";
  return types.has("price") ? "priceOnly" : "qualityOnly";
}

/** How criteria are scored and equal totals told apart, in words; the standard has no place of its own for it. */
export function awardCriteriaDetails({ leaves, tieBreaks, criteria, requirement }: BoundRequirement): string {
  const scored = leaves.map(({ title, ruleset }) => `${title}: ${ruleset.title}`);
  const titleOf = (name: string) => [...criteria, ...leaves].find(({ id }) => id === name)?.title ?? name;
  const breaks = tieBreaks.map((name) =>
    name === "lot" ? "the lot" : name === "price" ? "the lower price" : `more marks for ${titleOf(name)}`,
  );
  const { most } = requirement.awards;
  return [
    `How each is scored. ${scored.join("; ")}.`,
    `Equal totals are decided by ${breaks.join(", then by ")}.`,
    `At most ${most} ${most === 1 ? "offer wins" : "offers win"}, within the budget.`,
  ].join(" ");
}

function typeOf({ leaves }: BoundCriterion): "quality" | "price" | undefined {
  const kinds = new Set(leaves.map(({ kind }) => kind));
  // Parts that go by price beside parts that do not: the codelist has no word for it.
  return kinds.size === 1 ? [...kinds][0] : undefined;
}
