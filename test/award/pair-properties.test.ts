import fc from "fast-check";
import { expect, it } from "vitest";
import { nearestWin } from "../../src/award/nearest-win.ts";
import { priceGrain } from "../../src/award/price-grain.ts";
import { judgedIn, type OfferChange, withChange } from "../../src/award/trial.ts";
import { arbitraryRound } from "./arbitrary-round.ts";
import { roundOf } from "./round-of.ts";

it("of a pair neither step wins by itself, and each is smaller than the one that would", () => {
  let [pairs, withPrice] = [0, 0];
  fc.assert(
    fc.property(arbitraryRound, ({ requirement, offers }) => {
      const open = roundOf(requirement, offers);
      const round = open.judge();
      for (const { offer, awarded } of round.ranking) {
        const { id } = offer.offer;
        const found = awarded ? undefined : nearestWin(open, round, id);
        if (found === undefined || found.won || found.pair === undefined) continue;
        const { pair, singles, besides } = found;
        pairs += 1;
        const place = open.offers.indexOf(offer);
        const { pricePence: gate, ...facts } = Object.fromEntries(
          besides.facts.map(({ fact, to }) => [fact, to]),
        ) as Record<string, number>;
        const base: OfferChange = {
          facts,
          ratings: Object.fromEntries(besides.ratings.map(({ leaf, to }) => [leaf, to])),
          ...(gate !== undefined && { pricePence: gate }),
        };
        const wins = (change: OfferChange) =>
          judgedIn(open.judge({ offer: place, ...withChange(base, change) }), id).awarded;
        const rating = ({ leaf, to }: (typeof pair.ratings)[number]) => ({ ratings: { [leaf]: to } });
        const price = pair.pricePence && { pricePence: pair.pricePence.to };
        for (const one of pair.ratings) expect(wins(rating(one))).toBe(false);
        if (price === undefined) continue;
        withPrice += 1;
        expect(wins(price)).toBe(false);
        expect(wins({ ...price, ...rating(pair.ratings[0]!) })).toBe(true);
        const alone = singles.find(({ pricePence }) => pricePence !== undefined)?.pricePence;
        if (alone === undefined) continue;
        expect(price.pricePence).toBeGreaterThan(alone.to);
        // Told as coarsely as the price by itself.
        const grain = priceGrain(gate ?? offer.pricePence);
        if (alone.to % grain === 0) expect(price.pricePence % grain).toBe(0);
      }
    }),
    { numRuns: 50, seed: 20_260_301 },
  );
  // Enough of them came about.
  expect(Math.min(pairs, withPrice)).toBeGreaterThan(10);
});
