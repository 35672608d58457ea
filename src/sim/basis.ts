/** What is held equal when policies are compared. */
export const bases = ["same-unit-prices", "same-price", "same-expected-bill", "same-requirement"] as const;

export type Basis = (typeof bases)[number];

/** What each basis holds equal, for readers. */
export const basisSentence: Record<Basis, string> = {
  "same-unit-prices": "Unit prices are the same; terms are added on top, at whose cost the table shows.",
  "same-price":
    "Unit prices are scaled so that the total at indicative volume and believed rates is the same.",
  "same-expected-bill": "Unit prices are scaled so that the commissioner's expected bill is the same.",
  "same-requirement": "Unit prices are solved so that the provider's requirement is met.",
};
