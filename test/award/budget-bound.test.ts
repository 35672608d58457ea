import { describe, expect, it } from "vitest";
import { type NearestWin, nearestWin } from "../../src/award/nearest-win.ts";
import type { OpenRound } from "../../src/award/open-round.ts";
import { judgedIn } from "../../src/award/trial.ts";
import { awardSentences } from "../../src/report/award/award-sentences.ts";
import { nearestWords } from "../../src/report/award/notice/nearest-words.ts";
import { noticesOf } from "../report/award/noticed.ts";
import { roundOf } from "./round-of.ts";

type Lost = Extract<NearestWin, { won: false }>;

function lostOf(open: OpenRound, id: string): Lost {
  const found = nearestWin(open, open.judge(), id);
  if (found.won) throw new Error(`${id} won`);
  return found;
}

const priced = ({ singles }: Lost) => singles.find(({ pricePence }) => pricePence !== undefined);

const requirement = {
  id: "two-awards",
  title: "Two awards",
  commissioner: { name: "An authority" },
  published: "2025-03-01",
  budget: 1000,
  priceCeiling: 1000,
  criteria: [
    { id: "quality", title: "Quality", weight: 60, rule: "rated-share" },
    { id: "price", title: "Price", weight: 40, rule: "linear-to-ceiling" },
  ],
  tieBreaks: ["quality", "price", "lot"],
  awards: { most: 2 },
};

const offer = (id: string, price: number, rating: number) => ({
  id,
  bidder: { name: id },
  price,
  quality: { quality: { rating } },
});

describe("an offer that only the budget keeps from winning", () => {
  // First costs £600.37, so £399.63 is left when the turn of the second comes; £500 is told in steps of £1.
  const open = roundOf(requirement, [
    offer("first", 600.37, 95),
    offer("second", 500, 80),
    offer("third", 350, 10),
  ]);
  const lost = lostOf(open, "second");

  it("learns the price in round steps, and no useless rating beside the exact budget left", () => {
    expect(priced(lost)).toMatchObject({ pricePence: { from: 50_000, to: 39_900 }, isBudgetBound: true });
    expect(lost.pair).toBeUndefined();
  });

  it("reads that the budget left sets that price, and does not read how much was left", () => {
    const words = nearestWords(lost, open.bound, open.offers[0]!.offer).join(" ");
    expect(words).toContain("a price of £399 instead of £500");
    expect(words).toContain("What was left of the budget sets that price");
    expect(words).not.toContain("399.63");
  });
});

describe("an offer below the winners that two steps bring up", () => {
  // By price alone it would have to go far down; every pair is held against trying all of them.
  const open = roundOf({ ...requirement, awards: { most: 1 } }, [
    offer("best", 600.37, 80),
    offer("mine", 700, 60),
  ]);
  const lost = lostOf(open, "mine");
  const wins = (change: { pricePence?: number; ratings?: Record<string, number> }) =>
    judgedIn(open.judge({ offer: 1, ...change }), "mine").awarded;

  it("gets a pair in which neither step wins by itself, and each is less than that step alone", () => {
    const { pair } = lost;
    const [rating] = pair!.ratings;
    const price = pair!.pricePence!.to;
    expect(wins({ pricePence: price })).toBe(false);
    expect(wins({ ratings: { quality: rating!.to } })).toBe(false);
    expect(wins({ pricePence: price, ratings: { quality: rating!.to } })).toBe(true);
    const alone = priced(lost);
    if (alone !== undefined) expect(price).toBeGreaterThan(alone.pricePence!.to);
    expect(price % 100).toBe(0);
    expect(pair!.isBudgetBound).toBeUndefined();
  });
});

it("a pair whose price the budget sets says so in round steps too", () => {
  // Two others would win before it; with a better rating it comes second, and £399.63 is left.
  const open = roundOf(requirement, [
    offer("first", 600.37, 95),
    offer("second", 390, 80),
    offer("mine", 420, 60),
  ]);
  const lost = lostOf(open, "mine");
  expect(lost.pair).toMatchObject({ pricePence: { to: 39_900 }, isBudgetBound: true });
  const words = nearestWords(lost, open.bound, open.offers[0]!.offer).join(" ");
  expect(words).toContain("What was left of the budget sets that price");
  expect(words).not.toContain("399.63");
});

it("what is left of the budget is told in round steps even where no step of the price fits into it", () => {
  // £12.34 is left, and £60,000 is told in steps of £50.
  const large = { ...requirement, budget: 100_000, priceCeiling: 100_000 };
  const open = roundOf(large, [offer("first", 99_987.66, 95), offer("second", 60_000, 10)]);
  expect(priced(lostOf(open, "second"))?.pricePence?.to).toBe(1230);
});

describe("who could still have won is told that it was the budget", () => {
  it("where nobody below it won either", async () => {
    const open = roundOf(requirement, [offer("first", 600.37, 95), offer("second", 500, 80)]);
    const notice = (await noticesOf(open)).get("second")!;
    expect(notice.headline).toContain("its price was more than was left of the budget");
    expect(notice.furtherReasons).toEqual([
      "Your price was more than was left of the budget when your turn came.",
    ]);
    expect(notice.caveats.join(" ")).toContain("follows from what was left of the budget");
  });

  it("where one above it ended the awards", async () => {
    const stops = { ...requirement, awards: { most: 3, ifTooDear: "stop" } };
    const offers = [offer("first", 600.37, 95), offer("second", 500, 80), offer("third", 350, 10)];
    const notices = await noticesOf(roundOf(stops, offers));
    expect(notices.get("second")!.furtherReasons).toEqual([
      "Your price was more than was left of the budget when your turn came.",
    ]);
    expect(notices.get("third")!.furtherReasons).toEqual([
      "An offer that ranked above yours cost more than was left of the budget. As published, that ended the awards.",
    ]);
  });

  it("the commissioner too, of a few by name", () => {
    const dear = Array.from({ length: 5 }, (_, k) => offer(`dear-${k}`, 500 + k, 80));
    const said = (awards: object) => {
      const { bound, judge } = roundOf({ ...requirement, awards }, [offer("first", 600.37, 95), ...dear]);
      return awardSentences(bound, judge(), { pulls: undefined, paradox: undefined, unread: [] }).passedOver;
    };
    expect(said({ most: 1 })).toEqual([]);
    expect(said({ most: 2 })).toEqual([
      "dear-0: its price is more than was left of the budget.",
      "dear-1: its price is more than was left of the budget.",
      "dear-2: its price is more than was left of the budget.",
      "2 more that rank below: the budget left was not enough for them either.",
    ]);
    expect(said({ most: 2, ifTooDear: "stop" })).toEqual([
      "dear-0: its price is more than was left of the budget, which ended the awards.",
    ]);
  });

  it("and not where as many won as may win", async () => {
    const open = roundOf({ ...requirement, awards: { most: 1 } }, [
      offer("first", 600.37, 95),
      offer("second", 500, 80),
    ]);
    expect((await noticesOf(open)).get("second")!.furtherReasons).toEqual([]);
  });
});
