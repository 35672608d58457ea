import fc from "fast-check";

/** A round as plain data, to be written as JSON (which is YAML) and read like any other. */
export type RoundSpec = {
  readonly requirement: Readonly<Record<string, unknown>>;
  readonly offers: readonly OfferSpec[];
};

export type OfferSpec = {
  readonly id: string;
  readonly price: number;
  readonly leadInMonths: number;
  readonly focus: string;
  readonly quality: Readonly<Record<string, { rating: number }>>;
};

const formulas = [
  "lowest-over-price",
  "linear-to-ceiling",
  "against-the-mean",
  "price-per-quality-point",
  "price-bands",
];
const scales = ["rated-share", "banded-descriptors", "threshold-score", "specialist-fit", "social-value"];

/** Rounds of two to nine offers under every formula and scale of the library, with gates and a minimum standard. */
export const arbitraryRound: fc.Arbitrary<RoundSpec> = fc
  .record({
    weights: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 40 })),
    formula: fc.constantFrom(...formulas),
    first: fc.constantFrom(...scales),
    second: fc.constantFrom(...scales),
    marks: fc.constantFrom(100, 200, 37),
    outOf: fc.constantFrom(undefined, 5, 3),
    parts: fc.boolean(),
    standard: fc.constantFrom(0, 0.3, 0.6),
    most: fc.integer({ min: 1, max: 4 }),
    ifTooDear: fc.constantFrom("next", "stop"),
    budget: fc.integer({ min: 500, max: 40_000 }),
    tieBreaks: fc.shuffledSubarray(["one", "two", "price"]),
    twins: fc.boolean(),
    offers: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(..."abcdefghijkl".split("").map((letter) => `bidder-${letter}`)),
        // Few prices and ratings, so that ties and edges come about.
        price: fc.oneof(fc.constantFrom(4000, 5000, 6000), fc.integer({ min: 100, max: 12_000 })),
        leadInMonths: fc.integer({ min: 0, max: 4 }),
        focus: fc.constantFrom("generalist", "specialist"),
        one: fc.integer({ min: 0, max: 5 }),
        two: fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10),
      }),
      { selector: ({ id }) => id, minLength: 2, maxLength: 9 },
    ),
  })
  .map(({ weights: [one, two], formula, first, second, parts, outOf, ...rest }) => {
    // Two offers that are alike but for their names come level.
    const [ahead, behind, ...others] = rest.offers;
    const offers = rest.twins ? [ahead!, { ...ahead!, id: behind!.id }, ...others] : rest.offers;
    const scored = (id: string, weight: number, rule: string) => ({
      id,
      title: `Criterion ${id}`,
      weight,
      rule,
      ratingTop: 5,
      ...(outOf !== undefined && { outOf }),
    });
    const { rule: _, ...split } = scored("one", one, first);
    const whole = parts
      ? { ...split, parts: [scored("early", 33.3, first), scored("late", 66.7, second)] }
      : scored("one", one, first);
    return {
      requirement: {
        id: "round",
        title: "A round",
        commissioner: { name: "A commissioner" },
        published: "2020-01-01",
        leadInMonths: 2,
        priceCeiling: 10_000,
        budget: rest.budget,
        marks: rest.marks,
        checks: [
          "lead-in-within",
          "price-ceiling",
          { rule: "minimum-quality", parameters: { leastQualityShare: rest.standard, leastShareOfEach: 0 } },
          "low-against-mean",
        ],
        criteria: [
          whole,
          scored("two", two, second),
          { id: "price", title: "Price", weight: 100 - one - two, rule: formula },
        ],
        tieBreaks: rest.tieBreaks,
        awards: { most: rest.most, ifTooDear: rest.ifTooDear },
      },
      offers: offers.map(({ one: rating, two: other, ...offer }) => ({
        ...offer,
        bidder: { name: offer.id },
        quality: {
          ...(parts ? { early: { rating }, late: { rating: other } } : { one: { rating } }),
          two: { rating: other },
        },
      })),
    };
  });
