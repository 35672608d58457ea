import { describe, expect, it } from "vitest";
import { agrees, policy, scenario } from "./endings.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";

// rules/start-fee/attachment-fee-by-group, a decision table: a price for each start by the group that the contract
// serves. The prices are those of HC 162 (2013), chapter 5, table 3.
const file = ruleFile("attachment-fee-by-group");
const prices: [string, number][] = [
  ["jsa18", 400],
  ["jsa25", 400],
  ["jsaEarlyAccess", 400],
  ["jsaExIncapacity", 400],
  ["esaVolunteers", 400],
  ["esa", 600],
  ["esaExIncapacity", 600],
  ["incapacity", 400],
  ["prisonLeavers", 300],
  ["everyone", 0],
];
const contract = (claimantGroup: string, volume: object, parameters = {}) =>
  scenario("by-group", 12, {
    contract: { claimantGroup },
    volume,
    rulesets: [file],
    policies: [policy("by-group", [file.id], parameters)],
  });
const certain = { indicative: 3, counts: "certain" };
// In pence; three people start in each of twelve months.
const owed = (price: number) => new Set([12 * 3 * price * 100]);
const paid = (spec: ReturnType<typeof contract>) =>
  new Set(runModel(spec, { paths: 512 }).ledgers["by-group"]!.startFee);

describe("a price for each start by claimant group", () => {
  it.each(prices)("%s: £%d", (group, price) => {
    expect(paid(contract(group, certain))).toEqual(owed(price));
  });

  it("is a figure that a policy sets, for groups without a price of their own too", () => {
    const parameters = { startFeeRow6: 550, startFeeOtherwise: 20 };
    expect(paid(contract("esa", certain, parameters))).toEqual(owed(550));
    expect(paid(contract("everyone", certain, parameters))).toEqual(owed(20));
  });

  // Poisson(3) starts a month for 12 months at £600: mean 36 × £600, variance 36 × £600². 50,000 paths; 4 standard
  // errors.
  it("swings with the starts", () => {
    const { measures } = runModel(contract("esaExIncapacity", { indicative: 3 }), {
      paths: 50_000,
      seed: "library-attachment-fee-by-group",
    });
    agrees("mean", measures["by-group"]!.meanStartFee!, 36 * 600);
    agrees("swing", measures["by-group"]!.sdPayment!, Math.sqrt(36) * 600);
  });
});
