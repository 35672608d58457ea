import { describe, expect, it } from "vitest";
import { jointLimits } from "../../../src/offer/before/joint-limits.ts";
import { measureOffer } from "../../../src/offer/before/measure-offer.ts";
import { measurePortfolio } from "../../../src/offer/before/measure-portfolio.ts";
import { offerFigures } from "../../../src/offer/before/offer-figures.ts";
import { simulatePortfolio } from "../../../src/offer/before/simulate-portfolio.ts";
import { agreesOver, follows, followsOver } from "../../models/endings.ts";
import { binomial, sequences } from "../../models/exact.ts";
import { certainCash, certainContract, ownOffer, standing } from "./standing-models.ts";

// Four standing offers, each called off with chance 0.4 after 0, 1 or 2 months (by the polynomial of Beta(3, 3)), for a
// contract without luck that takes 2 months and leaves £600. A bid is £150, a month of waiting £20; at most one contract
// runs at once. Exact: all 4⁴ cases, walked month by month. 20,000 futures, each within 4 standard errors.
const quarter = 10 / 64 - 15 / 256 + 6 / 1024;
const called = 0.4;
const [bid, holding] = [15_000, 2000];
const letters = [
  { value: undefined, chance: 1 - called },
  { value: 0, chance: called * quarter },
  { value: 1, chance: called * (1 - 2 * quarter) },
  { value: 2, chance: called * quarter },
];
const before = {
  bidCost: 150,
  callOffPer100: 40,
  lowMonths: 0,
  likelyMonths: 1,
  highMonths: 2,
  holdingPerMonth: 20,
  standingOffers: 4,
};

type Walked = { margin: number; peak: number; month: number; down: number; run: number; most: number };

/** Everything that four waits (undefined is never called off) lead to, month by month. */
function walk(waits: readonly (number | undefined)[], mostAtOnce: number): Walked {
  let [cash, peak, month, down, run, most] = [-4 * bid, 4 * bid, 0, 0, 0, 0];
  let ages: number[] = [];
  for (let m = 1; m <= 6; m++) {
    for (const wait of waits) if (m <= (wait ?? 2)) cash -= holding;
    ages = ages.map((age) => age + 1).filter((age) => age <= certainCash.length);
    for (const wait of waits) {
      if (wait !== m - 1) continue;
      if (ages.length >= mostAtOnce) down++;
      else {
        ages.push(1);
        run++;
      }
    }
    most = Math.max(most, ages.length);
    for (const age of ages) cash += certainCash[age - 1]! - (certainCash[age - 2] ?? 0);
    if (-cash > peak) [peak, month] = [-cash, m];
  }
  return { margin: cash, peak, month, down, run, most };
}

const cases = (mostAtOnce: number) =>
  sequences(letters, 4).map(({ values, chance }) => ({ chance, ...walk(values, mostAtOnce) }));

const offers = (more: Record<string, number> = {}) => [
  standing(certainContract(), ownOffer({ ...before, ...more }, { cash: 700, loss: 100 })),
];

describe("standing offers on contracts without luck", () => {
  it.each([1, 2, 4])("follow the law of all cases, with at most %i at once", async (mostAtOnce) => {
    const { ownLuck, sharedFate } = await simulatePortfolio(offers(), {
      paths: 20_000,
      seed: "certain",
      mostAtOnce,
    });
    const all = cases(mostAtOnce);
    for (const [name, of] of [
      ["margin", ({ margin }: Walked) => margin],
      ["peakFunding", ({ peak }: Walked) => peak],
      ["peakFundingMonth", ({ month }: Walked) => month],
      ["turnedDown", ({ down }: Walked) => down],
      ["contracts", ({ run }: Walked) => run],
      ["mostRunning", ({ most }: Walked) => most],
    ] as const)
      followsOver(name, ownLuck[name], all, of);
    // Without luck of their own contracts cannot differ, so the two ends are one.
    expect(sharedFate).toEqual(ownLuck);
    const limits = jointLimits(offers());
    const measures = measurePortfolio(ownLuck, limits);
    agreesOver("mean margin", measures.meanMargin, all, ({ margin }) => margin / 100);
    agreesOver("P(loss)", measures.probabilityOfLoss, all, ({ margin }) => Number(margin < 0));
    agreesOver("P(loss > £100)", measures.probabilityOfLossBeyondLimit, all, ({ margin }) =>
      Number(margin < -10_000),
    );
    agreesOver("P(out of cash)", measures.probabilityOutOfCash, all, ({ peak }) => Number(peak > 70_000));
    agreesOver("P(turned down)", measures.probabilityTurnedDown, all, ({ down }) => Number(down > 0));
  });

  it("are called off by the binomial law", async () => {
    const { ownLuck } = await simulatePortfolio(offers({ standingOffers: 8 }), {
      paths: 20_000,
      seed: "binomial",
    });
    follows("called off", ownLuck.calledOff, new Map(binomial(8, called).map((chance, k) => [k, chance])));
    expect(ownLuck.contracts).toEqual(ownLuck.calledOff);
  });

  it("are one offer by itself: made, and if it is won", async () => {
    const [offer] = offers();
    const { offers: simulated } = await simulatePortfolio([offer!], { paths: 20_000, seed: "one" });
    const one = letters.map(({ value: wait, chance }) => ({
      chance,
      won: Number(wait !== undefined),
      margin: (wait === undefined ? 0 : 60_000) - bid - holding * (wait ?? 2),
      peak: bid + holding * (wait ?? 2) + (wait === undefined ? 0 : 20_000),
    }));
    const won = one
      .filter((each) => each.won === 1)
      .map((each) => ({ ...each, chance: each.chance / called }));
    const futures = simulated[0]!;
    followsOver("won", futures.isWon, one, (each) => each.won);
    for (const name of ["margin", "peakFunding"] as const) {
      const of = ({ margin, peak }: { margin: number; peak: number }) => (name === "margin" ? margin : peak);
      followsOver(`${name} of an offer made`, futures.made[name], one, of);
      followsOver(`${name} of a contract won`, futures.ifWon[name], won, of);
    }
    // The averages are known without error, as only call-offs and waits are luck here.
    const measures = measureOffer(futures, offerFigures(offer!.before), jointLimits([offer!]));
    const mean = (of: (typeof one)[number][]) => of.reduce((sum, each) => sum + each.chance * each.margin, 0);
    expect(measures.made.meanMargin.value).toBeCloseTo(mean(one) / 100, 9);
    expect(measures.ifWon.meanMargin.value).toBeCloseTo(mean(won) / 100, 9);
    expect(measures.made.meanMargin.se).toBe(0);
    // What is left for each contract won is what is left for each offer made, over the chance.
    expect(measures.marginPerContractWon!.value).toBeCloseTo(mean(one) / 100 / called, 9);
  });

  it("never come with a chance of nothing, and always with one of all", async () => {
    const run = async (callOffPer100: number) =>
      simulatePortfolio(offers({ callOffPer100 }), { paths: 1000, seed: "edges" });
    const never = await run(0);
    expect(new Set(never.ownLuck.margin)).toEqual(new Set([-4 * (bid + 2 * holding)]));
    expect(new Set(never.ownLuck.peakFundingMonth)).toEqual(new Set([2]));
    expect(new Set(never.offers[0]!.isWon)).toEqual(new Set([0]));
    const always = await run(100);
    expect(new Set(always.ownLuck.contracts)).toEqual(new Set([4]));
    expect(new Set(always.offers[0]!.isWon)).toEqual(new Set([1]));
    expect(always.offers[0]!.made).toEqual(always.offers[0]!.ifWon);
  });

  it("cost each future a pound more for each bid that costs a pound more, and nothing else", async () => {
    const at = (bidCost: number) => simulatePortfolio(offers({ bidCost }), { paths: 3000, seed: "pound" });
    const [one, more] = [await at(150), await at(151)];
    expect(more.ownLuck.margin).toEqual(one.ownLuck.margin.map((pence) => pence - 400));
    expect(more.offers[0]!.made.margin).toEqual(one.offers[0]!.made.margin.map((pence) => pence - 100));
    expect(more.ownLuck.mostRunning).toEqual(one.ownLuck.mostRunning);
  });
});
