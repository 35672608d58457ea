import type { Basis } from "../sim/basis.ts";
import type { Comparison, StatedRequirement } from "./comparison.ts";
import { shownNumber, shownPounds } from "./shown-number.ts";

/** A basis as a heading. */
export const basisTitle: Readonly<Record<Basis, string>> = {
  "same-unit-prices": "Same unit prices",
  "same-price": "Same price at the indicative volume",
  "same-expected-bill": "Same expected bill",
  "same-requirement": "Prices solved for the provider's requirement",
};

/** What a comparison's basis means for a reader who sees its table. */
export function basisMeaning({ basis, requirement }: OnBasis): string {
  switch (basis) {
    case "same-unit-prices":
      return "terms are added on top; the table shows what they cost.";
    case "same-price":
      return "unit prices are scaled until the total at the indicative volume is the same.";
    case "same-expected-bill":
      return "unit prices are scaled until the commissioner pays the same on average.";
    case "same-requirement":
      return requirement === null
        ? "unit prices are scaled until the provider meets its stated requirement."
        : `unit prices are scaled until ${targetWords(requirement)}; ${passedWords(requirement)}.${requirement.stated ? "" : " The scenario states no requirement: this is the default."}`;
  }
}

/** A comparison's basis as the opening of a sentence. */
export function basisPhrase({ basis, requirement }: OnBasis): string {
  switch (basis) {
    case "same-unit-prices":
      return "At the same unit prices";
    case "same-price":
      return "At the same price for the indicative volume";
    case "same-expected-bill":
      return "For the same expected bill";
    case "same-requirement":
      return requirement === null || requirement.passThrough !== 1
        ? "At prices solved for the provider's requirement"
        : `At prices solved so that ${targetWords(requirement)}`;
  }
}

type OnBasis = Pick<Comparison, "basis" | "requirement">;

function targetWords({ measure, target }: StatedRequirement): string {
  return measure === "meanMargin"
    ? `the provider's average margin is ${shownPounds(target)}`
    : `the provider's chance of a loss is ${shownNumber(target, "probability", 0.001)}`;
}

/** What becomes of the room for lower prices that terms make. */
function passedWords({ passThrough }: StatedRequirement): string {
  if (passThrough === 1) return "all that terms save goes into lower prices";
  if (passThrough === 0)
    return "nothing that terms save goes into lower prices: all policies have the first one's";
  const share = shownNumber(passThrough, "probability", 0.001);
  return `${share} of what terms save against the first policy goes into lower prices, so only the first meets this`;
}
