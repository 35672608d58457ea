import { describe, expect, it } from "vitest";
import { agrees, policy, scenario } from "./endings.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";

// rules/start-fee/attachment-fee-by-year: £400, £300 and £200 a start in contract years 1 to 3, nothing later. Starts
// are Poisson(3) a month for 40 months.
// Closed form: mean and variance of a sum of independent Poisson numbers at a price each, Σ 3 p and Σ 3 p². 50,000 paths;
// 4 standard errors. With two people a month for certain the payment is exact to the penny on either side of a year.
const file = ruleFile("attachment-fee-by-year");
const prices = [400, 300, 200, 0];
const priceOf = (month: number) => prices[Math.min(Math.ceil(month / 12), 4) - 1]!;
const months = (count: number) => Array.from({ length: count }, (_, m) => m + 1);
const contract = (id: string, last: number, volume: object, parameters = {}) =>
  scenario(id, last, {
    volume,
    rulesets: [file],
    policies: [policy("by-year", [file.id], parameters)],
  });

describe("a price for each start that falls from year to year", () => {
  const { measures, ledgers } = runModel(contract("attachment-fee", 40, { indicative: 3 }), {
    paths: 50_000,
    seed: "library-attachment-fee",
  });

  it("pays each start at the price of its year", () => {
    const mean = months(40).reduce((sum, m) => sum + 3 * priceOf(m), 0);
    const variance = months(40).reduce((sum, m) => sum + 3 * priceOf(m) ** 2, 0);
    agrees("mean", measures["by-year"]!.meanStartFee!, mean);
    agrees("swing", measures["by-year"]!.sdPayment!, Math.sqrt(variance));
    expect(ledgers["by-year"]!.payment).toEqual(ledgers["by-year"]!.startFee);
  });

  it.each([12, 13, 24, 25, 36, 37])("pays by the year in which month %i lies", (last) => {
    const run = runModel(contract("attachment-fee-certain", last, { indicative: 2, counts: "certain" }), {
      paths: 512,
    });
    const exact = months(last).reduce((sum, m) => sum + 200 * priceOf(m), 0);
    expect(new Set(run.ledgers["by-year"]!.payment)).toEqual(new Set([exact]));
  });

  it("goes on at the last price where the terms have one", () => {
    const volume = { indicative: 2, counts: "certain" };
    const run = runModel(contract("attachment-fee-later", 60, volume, { startPriceLater: 50 }), {
      paths: 512,
    });
    const exact = 12 * 200 * (400 + 300 + 200) + 24 * 200 * 50;
    expect(new Set(run.ledgers["by-year"]!.payment)).toEqual(new Set([exact]));
  });
});
