import { describe, expect, it } from "vitest";
import { assessPortfolio } from "../../../src/offer/before/assess-portfolio.ts";
import { portfolioJson } from "../../../src/report/portfolio/portfolio-json.ts";
import { portfolioText } from "../../../src/report/portfolio/portfolio-text.ts";
import { visibleWidth } from "../../../src/report/visible-width.ts";
import { certainContract, luckyContract, ownOffer, standing } from "../../offer/before/standing-models.ts";

const run = { paths: 10_000, seed: "words" };
const assess = (before: Record<string, number> | undefined, limits: Record<string, number> = {}) =>
  assessPortfolio([standing(certainContract(), ownOffer(before, limits))], run);
/** Text on one line, with plain spaces. */
const flat = (text: string) => text.replace(/[\s\u00a0]+/g, " ");
const textOf = async (...of: Parameters<typeof assess>) => flat(portfolioText(await assess(...of), 80));

// A contract that leaves £600 for certain, and £200 of cash is out in its first month.
describe("the verdict on standing offers", () => {
  it("says that they stay within the limits", async () => {
    expect(await textOf({ standingOffers: 2 })).toMatch(
      /^These 2 standing offers stay within your limits, whether their contracts share one fate or not\. /,
    );
    expect(await textOf({ bidCost: 100 })).toMatch(
      /^This offer stays within your limits, counted from the day you make it\. /,
    );
  });

  it("says which limits are broken, and how", async () => {
    expect(await textOf({ bidCost: 700 })).toMatch(
      /^This offer does not stay within your limits: it loses £100 on average\. /,
    );
    // 8 starts at £200 are an income of £1,600, of which £560 are 35 %.
    expect(
      await textOf({ bidCost: 40, standingOffers: 2 }, { marginPercent: 36, cash: 479, loss: 0, oneIn: 100 }),
    ).toMatch(
      /^These 2 standing offers do not stay within your limits: they earn £1,100 on average, 35 % of income where you need 36 % and need more than your £479 of cash in every future, where you allow 1 in 100\. /,
    );
  });

  it("takes a limit that is just met as kept", async () => {
    // Two bids of £40 and two first months of £200; £560 of £1,600 for each contract.
    const limits = { marginPercent: 35, cash: 480, loss: 0, oneIn: 100 };
    expect(await textOf({ bidCost: 40, standingOffers: 2 }, limits)).toMatch(
      /^These 2 standing offers stay within your limits, /,
    );
  });

  it("says what a contract would do whose call-off is rare", async () => {
    expect(await textOf({ callOffPer100: 4 }, { cash: 199 })).toMatch(
      /^This offer stays within your limits, .* But that is because few are called off: a contract, once won, needs more than your £199 of cash in every future, where you allow 1 in 20\. /,
    );
  });

  it("says where it hangs on one fate or luck of their own", async () => {
    // Of three contracts with one fate £3,000 are lost in 5.6 of 100 futures: 4 starts or fewer in three months.
    const offer = standing(luckyContract(), ownOffer({ standingOffers: 3 }, { loss: 3000 }));
    const text = flat(portfolioText(await assessPortfolio([offer], { ...run, paths: 60_000 }), 80));
    expect(text).toMatch(
      /^These 3 standing offers stay within your limits only if the fortunes of the contracts differ: if all share one fate, they lose more than £3,000 in 6 of 100 futures, where you allow 1 in 20\. /,
    );
  });
});

describe("the sentences on one offer", () => {
  it("say what a contract has to carry, by arithmetic", async () => {
    const before = { bidCost: 100, callOffPer100: 25, lowMonths: 3, likelyMonths: 3, highMonths: 3 };
    const text = await textOf({ ...before, holdingPerMonth: 20, standingOffers: 2 });
    expect(text).toContain(
      "Of 100 offers like this, 25 become contracts, after 3 months. An offer that leads to nothing costs £160: £100 for the bid and £60 for 3 months of waiting. Each contract won has to carry £480 of bids and waiting that led to nothing, beside £160 of its own. So offering pays for itself where a contract leaves £640, counted from its award. This one leaves £600 on average, which is £40 too little for each contract won.",
    );
    expect(text).toContain("No offer says how many contracts you can run at once");
  });

  it("say what never and always mean, and that nothing was said", async () => {
    expect(await textOf({ callOffPer100: 0, bidCost: 50 })).toContain(
      "No offer like this becomes a contract. Each costs £50: £50 for the bid.",
    );
    expect(await textOf({ bidCost: 50 })).toContain(
      "Every offer like this becomes a contract, at once. So offering pays for itself where a contract leaves £50, counted from its award. This one leaves £600 on average, which is £550 more than that for each contract won.",
    );
    expect(await textOf(undefined)).toContain("so that this is the contract alone.");
  });
});

it("text fits its width, and nothing in it is unseen", async () => {
  const before = { bidCost: 1, callOffPer100: 30, highMonths: 5, standingOffers: 20, holdingPerMonth: 9 };
  const offer = {
    ...ownOffer({ ...before, mostAtOnce: 6 }),
    title: `A \u001b[2J title ${"long ".repeat(30)}`,
  };
  const assessed = await assessPortfolio([standing(luckyContract(), offer)], run);
  for (const width of [60, 80, 132]) {
    const text = portfolioText(assessed, width);
    for (const line of text.split("\n")) expect(visibleWidth(line), line).toBeLessThanOrEqual(width);
    expect(text).not.toContain("\u001b");
    if (width >= 80) expect(text).toMatch(/At the busiest: 6 contracts .*%/);
  }
});

it("the data has every number of the table", async () => {
  const data = JSON.parse(JSON.stringify(portfolioJson(await assess({ standingOffers: 2, bidCost: 10 }))));
  expect(data.schema).toBe("riskshare.portfolio/1");
  expect(data.offers[0]).toMatchObject({
    id: "made",
    standing: 2,
    figures: { lostOffer: 10, neededMargin: 10 },
  });
  for (const end of ["ownLuck", "sharedFate"])
    expect(data.portfolio[end].meanMargin).toEqual({
      value: 1180,
      se: 0,
      low: 1180,
      high: 1180,
      unit: "pounds",
    });
  expect(data.limits).toMatchObject({ cash: 1_000_000, mostAtOnce: null });
  expect(data.verdict.ownLuck).toEqual({ margin: "kept", cash: "kept", loss: "kept" });
});
