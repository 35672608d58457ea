import type { Basis } from "../sim/basis.ts";

/** A basis as a heading. */
export const basisTitle: Readonly<Record<Basis, string>> = {
  "same-unit-prices": "Same unit prices",
  "same-price": "Same price at the indicative volume",
  "same-expected-bill": "Same expected bill",
  "same-requirement": "Prices solved for the provider's requirement",
};

/** What a basis means for a reader who sees its table. */
export const basisMeaning: Readonly<Record<Basis, string>> = {
  "same-unit-prices": "terms are added on top; the table shows what they cost.",
  "same-price": "unit prices are scaled until the total at the indicative volume is the same.",
  "same-expected-bill": "unit prices are scaled until the commissioner pays the same on average.",
  "same-requirement": "unit prices are scaled until the provider meets its stated requirement.",
};

/** A basis as the opening of a sentence. */
export const basisPhrase: Readonly<Record<Basis, string>> = {
  "same-unit-prices": "At the same unit prices",
  "same-price": "At the same price for the indicative volume",
  "same-expected-bill": "For the same expected bill",
  "same-requirement": "At prices that meet the provider's requirement",
};
