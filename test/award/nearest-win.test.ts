import { describe, expect, it } from "vitest";
import type { CheckedOffer } from "../../src/award/check-offers.ts";
import { type NearestWin, nearestWin } from "../../src/award/nearest-win.ts";
import { type OpenRound, openRound } from "../../src/award/open-round.ts";
import { judgedIn } from "../../src/award/trial.ts";
import type { WinningChange } from "../../src/award/winning-change.ts";
import { roundOf, shippedRound } from "./round-of.ts";

type Lost = Extract<NearestWin, { won: false }>;

function lostOf(open: OpenRound, id: string): Lost {
  const found = nearestWin(open, open.judge(), id);
  if (found.won) throw new Error(`${id} won`);
  return found;
}

/** Half up, as published: hundredths of marks. */
const half = (value: number) => Math.floor(value + 0.5);

/** Goldilocks by hand: half for quality, half for the lowest price over the price; ties go by quality, then price. */
function goldilocksB(rating: number, pence: number): boolean {
  const lowest = Math.min(5000, pence);
  const total = (quality: number, price: number) => quality * 50 + half((5000 * lowest) / price);
  const [a, b, c] = [total(50, 5000), total(rating, pence), total(100, 10_000)];
  // B is above A in quality and below C: a tie goes to B against A, and to C against B.
  return b >= a && b > c;
}

describe("the bid in the middle of Goldilocks", () => {
  const lost = lostOf(shippedRound("goldilocks"), "b");

  it("would have won with the price that follows by hand, in steps of 10 pence", () => {
    // C has 50 + 25 = 75.00 and wins ties on quality, so B needs 75.01: 37.50 + 2500/p >= 75.005, p <= 66.657.
    let highest = 7490;
    while (!goldilocksB(75, highest)) highest -= 10;
    expect(highest).toBe(6660);
    expect(lost.singles.find(({ pricePence }) => pricePence !== undefined)).toMatchObject({
      pricePence: { from: 7500, to: highest },
      after: { rank: 1, awarded: true, total: 3750 + half(5000 * (5000 / highest)) },
    });
  });

  it("would have won with the rating that follows by hand", () => {
    // 33.33 for the price, so quality has to bring more than 41.67: 84 of 100.
    let rating = 76;
    while (!goldilocksB(rating, 7500)) rating += 1;
    expect(rating).toBe(84);
    expect(lost.singles[0]).toMatchObject({
      ratings: [{ leaf: "quality", from: 75, to: rating }],
      cost: 0.09,
    });
  });

  it("would have won with the pair that trying every pair finds cheapest", () => {
    let best = { cost: Number.POSITIVE_INFINITY, rating: 0, pence: 0 };
    for (let rating = 76; rating < 84; rating++) {
      for (let pence = 6670; pence < 7500; pence += 10) {
        const cost = (rating - 75) / 100 + (7500 - pence) / 7500;
        if (cost < best.cost && goldilocksB(rating, pence)) best = { cost, rating, pence };
      }
    }
    expect(lost.pair).toMatchObject({
      ratings: [{ leaf: "quality", to: best.rating }],
      pricePence: { to: best.pence },
    });
    expect(lost.pair!.cost).toBeCloseTo(best.cost, 12);
  });
});

it("a tie lost on quality is won by ten pence or by one point", () => {
  // At 49.90 C has 50 + 24.95; prices are told in steps of 10 pence there.
  const { singles } = lostOf(shippedRound("goldilocks"), "a");
  expect(singles).toMatchObject([{ pricePence: { to: 4990 } }, { ratings: [{ to: 51 }] }]);
});

it("146 against 144: the loser needs the marks between them", () => {
  // One point is one mark under each criterion; two more would tie, and the tie goes by approach, where A has more.
  const { singles } = lostOf(shippedRound("request-for-proposals"), "b");
  for (const { ratings } of singles) for (const { from, to } of ratings) expect(to - from).toBe(3);
  expect(singles.filter(({ ratings }) => ratings.length > 0)).toHaveLength(3);
});

/** The offers as files would have them with a change made. */
function offersWith(open: OpenRound, id: string, change: WinningChange): CheckedOffer[] {
  return open.offers.map(({ offer, pricePence }) => {
    if (offer.id !== id) return { offer, pricePence };
    const quality = { ...offer.quality };
    for (const { leaf, to } of change.ratings) quality[leaf] = { ...quality[leaf]!, rating: to };
    return { offer: { ...offer, quality }, pricePence: change.pricePence?.to ?? pricePence };
  });
}

describe("a round of several awards", () => {
  const open = shippedRound("dps-lone-parents");
  const losers = ["birch", "cedar", "elm", "fir"];

  it.each(losers)(
    "every change told to %s wins in a round opened anew with it, and a smaller one does not",
    (id) => {
      const { singles, pair } = lostOf(open, id);
      expect(singles.length).toBeGreaterThan(0);
      for (const change of [...singles, ...(pair === undefined ? [] : [pair])]) {
        const again = judgedIn(openRound(open.bound, offersWith(open, id, change)).judge(), id);
        expect(again).toMatchObject(change.after);
        expect(again.awarded).toBe(true);
      }
      for (const { pricePence, ...change } of singles) {
        if (pricePence === undefined) continue;
        const dearer = { ...change, pricePence: { ...pricePence, to: pricePence.to + 5000 } };
        expect(judgedIn(openRound(open.bound, offersWith(open, id, dearer)).judge(), id).awarded).toBe(false);
      }
      for (const { ratings, ...change } of singles) {
        const [one] = ratings;
        if (one === undefined) continue;
        // Social value is rated in halves here, all else in whole points.
        const less = one.to - (one.leaf === "socialValue" ? 0.5 : 1);
        const short = { ...change, ratings: [{ ...one, to: less }] };
        expect(judgedIn(openRound(open.bound, offersWith(open, id, short)).judge(), id).awarded).toBe(false);
      }
    },
  );

  it("a bidder passed over learns the price that what was left of the budget pays", () => {
    // 125,000 less 41,800 and 44,000 is 39,200.
    expect(lostOf(open, "elm").singles).toMatchObject([{ pricePence: { from: 4_020_000, to: 3_920_000 } }]);
  });

  it.each([
    ["hazel", "leadInMonths", 4, 2],
    ["juniper", "jobcentresServed", 1, 2],
    ["gorse", "insurancePence", 50_000_000, 100_000_000],
    ["larch", "pricePence", 4_950_000, 4_800_000],
  ])("%s, left out by a gate, learns which fact had to change: %s", (id, fact, from, to) => {
    const { repairs } = lostOf(open, id);
    expect(repairs!.gates.flatMap(({ facts }) => facts)).toEqual([{ fact, from, to }]);
    expect(repairs!.after.rank).toBeDefined();
  });

  it("who only came too late learns that it would have been first", () => {
    const late = open.offers.find(({ offer }) => offer.id === "hazel")!;
    const intime = { ...late, offer: { ...late.offer, leadInMonths: 2 } };
    const offers = open.offers.map((each) => (each === late ? intime : each));
    const { rank, total, awarded } = judgedIn(openRound(open.bound, offers).judge(), "hazel");
    expect(lostOf(open, "hazel").repairs!.after).toEqual({ rank, total, awarded });
    expect({ rank, awarded }).toEqual({ rank: 1, awarded: true });
  });

  it("who is below the standard learns the rating that reaches it", () => {
    // Quality 32 of 70 marks; understanding from 2 to 3 of 5 brings 4.2 more: 36.2 is over 35.
    expect(lostOf(open, "ivy").repairs!.standard).toEqual([{ leaf: "understanding", from: 2, to: 3 }]);
  });

  it("below the standard a pair counts from the offer as it stands, and is the cheapest", () => {
    // Ivy, £35,000: understanding 2, fit 2, social value 2, delivery 1. All pairs of a rating and a price in hundreds of
    // pounds, and all pairs of ratings, by judging the whole round with each.
    const lost = lostOf(open, "ivy");
    expect(lost.besides).toEqual({ facts: [], ratings: [] });
    const place = open.offers.findIndex(({ offer }) => offer.id === "ivy");
    const { offer, pricePence } = open.offers[place]!;
    const wins = (change: object) => judgedIn(open.judge({ offer: place, ...change }), "ivy").awarded;
    const steps = open.bound.leaves
      .filter(({ isRated }) => isRated)
      .flatMap(({ id, ratingTop }) => {
        const grain = id === "socialValue" ? 0.5 : 1;
        const { rating } = offer.quality[id]!;
        const count = (ratingTop - rating) / grain;
        return Array.from({ length: count }, (_, k) => {
          return { id, to: rating + (k + 1) * grain, cost: ((k + 1) * grain) / ratingTop };
        });
      });
    let best = Number.POSITIVE_INFINITY;
    for (const one of steps) {
      for (const other of steps)
        if (one.id < other.id && one.cost + other.cost < best)
          if (wins({ ratings: { [one.id]: one.to, [other.id]: other.to } })) best = one.cost + other.cost;
      for (let price = pricePence - 10_000; price > 0; price -= 10_000) {
        const cost = one.cost + (pricePence - price) / pricePence;
        if (cost >= best) break;
        if (wins({ ratings: { [one.id]: one.to }, pricePence: price })) best = cost;
      }
    }
    const { pair } = lost;
    // Steps of £50 may do a little better than hundreds.
    expect(pair!.cost).toBeLessThanOrEqual(best + 1e-9);
    expect(pair!.cost).toBeGreaterThan(best - 10_000 / pricePence);
    const again = judgedIn(openRound(open.bound, offersWith(open, "ivy", pair!)).judge(), "ivy");
    expect(again).toMatchObject({ ...pair!.after, awarded: true });
  });

  it("does not go by the order of the offers", () => {
    const turned = openRound(open.bound, [...open.offers].reverse());
    for (const id of losers) {
      const { singles, pair } = lostOf(turned, id);
      expect({ singles, pair }).toEqual({ singles: lostOf(open, id).singles, pair: lostOf(open, id).pair });
    }
  });

  it("a winner learns by how much it won", () => {
    // Alder 85.67 and Dogwood 81.61 against Elm's 76.71, Kale 75 against Birch's 74.89.
    const round = open.judge();
    const margin = (id: string) => nearestWin(open, round, id);
    expect(margin("alder")).toEqual({ won: true, marginMarks: 896 });
    expect(margin("dogwood")).toEqual({ won: true, marginMarks: 490 });
    expect(margin("kale")).toEqual({ won: true, marginMarks: 11 });
  });
});

it("where nothing would have won, nothing is told", () => {
  const open = roundOf(
    {
      id: "by-lot",
      title: "Only a threshold, then the lot",
      commissioner: { name: "An authority" },
      published: "2025-03-01",
      budget: 100,
      criteria: [{ id: "quality", title: "Quality", weight: 100, rule: "threshold-score" }],
    },
    ["a", "b"].map((id) => ({ id, bidder: { name: id }, price: 50, quality: { quality: { rating: 60 } } })),
  );
  const loser = open.judge().ranking[1]!.offer.offer.id;
  expect(lostOf(open, loser)).toMatchObject({ singles: [], pair: undefined, repairs: undefined });
});

it("answers one bidder among 1,000 in time, with few judgings", () => {
  const open = shippedRound("dps-lone-parents");
  const offers = Array.from({ length: 1000 }, (_, k) => {
    const { offer, pricePence } = open.offers[k % open.offers.length]!;
    return { offer: { ...offer, id: `${offer.id}-${k}` }, pricePence: pricePence + ((k * 7919) % 900_000) };
  });
  const many = openRound(open.bound, offers);
  const round = many.judge();
  const loser = round.ranking[500]!.offer.offer.id;
  const from = performance.now();
  const lost = nearestWin(many, round, loser) as Lost;
  const took = performance.now() - from;
  expect(lost.judgings).toBeLessThanOrEqual(320);
  expect(lost.isCutShort).toBe(false);
  // 0.2 to 0.6 s where this was written, on a machine that others used too; the promise is 2 s.
  expect(took).toBeLessThan(4000);
});
