import { expect, it } from "vitest";
import type { OfferTest, TermsTest } from "../../../src/offer/test/test-offer.ts";
import { asksOf } from "../../../src/report/offer/ask-words.ts";
import { sampleOffer, soundOffer } from "../../offer/open-own-offer.ts";

const estimate = (value: number, unit: "pounds" | "probability") => ({
  value,
  se: 0,
  low: value,
  high: value,
  unit,
});
const terms = (title: string, chance: number, worstLoss: number, verdict: TermsTest["verdict"]) =>
  ({
    title,
    verdict,
    limits: [],
    measures: {
      probabilityOfLoss: estimate(chance, "probability"),
      expectedShortfall95: estimate(worstLoss, "pounds"),
      peakFundingQuantile95: estimate(0, "pounds"),
    },
  }) as unknown as TermsTest;
const asks = (own: TermsTest, ...others: TermsTest[]) =>
  asksOf(
    {
      terms: [own, ...others],
      own: 0,
      planned: { income: 0, margin: 0, beyondBudget: 0 },
    } as unknown as OfferTest,
    soundOffer(sampleOffer()).checked,
  );

it("asks only for terms that are clearly better, the best first", () => {
  const own = terms("Today", 0.16, 16_000, "within");
  const told = asks(
    own,
    terms("Worse", 0.2, 17_000, "within"),
    terms("Fewer bad ones but more losses", 0.3, 2000, "within"),
    terms("Better", 0.1, 9000, "within"),
    terms("Best", 0.05, -500, "within"),
    terms("Hardly", 0.15, 15_900, "within"),
  );
  expect(told.map((ask) => /“(.*?)”/.exec(ask)![1])).toEqual(["Best", "Better"]);
  // Where even the worst futures leave a profit, it is no loss of less than nothing.
  expect(told[0]).toContain(
    "you lose money in 5 in 100 futures in place of 16 in 100 futures, and the average margin of the worst 1 in 20 is £500 in place of −£16,000.",
  );
});

it("says nothing of chances that are the same", () => {
  const [only] = asks(terms("Today", 1, 16_000, "beyond"), terms("Fee", 1, 6000, "beyond"));
  expect(only).toBe(
    "The terms “Fee”: the average margin of the worst 1 in 20 is −£6,000 in place of −£16,000.",
  );
});
