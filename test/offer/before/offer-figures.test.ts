import { expect, it } from "vitest";
import { beforeContract } from "../../../src/offer/before/before-contract.ts";
import { offerFigures } from "../../../src/offer/before/offer-figures.ts";
import { ownOffer } from "./standing-models.ts";

const figuresOf = (before: Record<string, number> | undefined) =>
  offerFigures(beforeContract(ownOffer(before)));

it("the margin that a contract needs is the bid and the expected holding over the chance", () => {
  // A wait of 3 months for certain, and 3 months where nothing comes: holding is 3 × £50 either way.
  const certain = { bidCost: 1000, holdingPerMonth: 50, lowMonths: 3, likelyMonths: 3, highMonths: 3 };
  const quarter = figuresOf({ ...certain, callOffPer100: 25 });
  expect(quarter.neededMarginPence).toBe(115_000 / 0.25);
  // Four offers a contract: three that led to nothing, and its own.
  expect([quarter.offersPerContract, quarter.lostPerContractPence, quarter.wonPence]).toEqual([
    4,
    3 * 115_000,
    115_000,
  ]);
  // Waits of 0, 1 or 2 months with mean 1, and 2 months where nothing comes: 0.4 × 1 + 0.6 × 2 months at £50.
  const spread = figuresOf({
    bidCost: 100,
    holdingPerMonth: 50,
    lowMonths: 0,
    likelyMonths: 1,
    highMonths: 2,
    callOffPer100: 40,
  });
  expect(spread.meanCostPence).toBeCloseTo(10_000 + 1.6 * 5000, 6);
  expect(spread.neededMarginPence).toBeCloseTo((10_000 + 1.6 * 5000) / 0.4, 6);
});

it("of offers that all come there is nothing lost, and of offers that never come no contract", () => {
  expect(figuresOf({ bidCost: 10, callOffPer100: 100 })).toMatchObject({
    offersPerContract: 1,
    lostPerContractPence: 0,
    neededMarginPence: 1000,
  });
  expect(figuresOf({ bidCost: 10, callOffPer100: 0 })).toMatchObject({
    offersPerContract: null,
    lostPerContractPence: null,
    neededMarginPence: null,
    meanCostPence: 1000,
  });
  expect(figuresOf(undefined)).toMatchObject({ meanCostPence: 0, callOffShare: 1, meanWaitMonths: 0 });
});
