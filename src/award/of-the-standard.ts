import { verdictsOf } from "../engine/scope.ts";
import type { BoundRequirement } from "./bound-requirement.ts";
import type { Codes, OfferAlone } from "./offer-alone.ts";

/** Opens the question whether an offer would be of the standard with other ratings, its other facts as given. */
export function openStandard(
  { checks }: BoundRequirement,
  alone: OfferAlone,
  facts: Codes,
): (ratings: Codes) => boolean {
  const standards = checks.filter(({ ruleset }) => ruleset.kind === "standard");
  return (ratings) => {
    const so = { ...facts, ...alone.shares(ratings) };
    return standards.every((rule) =>
      [...verdictsOf(rule.ruleset, "exclude")].every((output) => !alone.fails(rule, output, so)),
    );
  };
}
