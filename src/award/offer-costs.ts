import { z } from "zod";
import { pounds } from "./award-schema-parts.ts";

/** A bidder's own costs and cash, in pounds, by name; what it leaves out is as the scenario has it. */
export const offerCosts = z.strictObject({
  setUp: pounds.optional().describe("set-up cost"),
  postCostPerYear: pounds.optional().describe("a whole post's cost a year"),
  perMonth: pounds.optional().describe("fixed cost a month"),
  trackingPerMonth: pounds.optional().describe("cost a month of outcome tracking"),
  perReferral: pounds.optional().describe("cost of each person referred"),
  perStart: pounds.optional().describe("cost of each person who starts"),
  onEarlyEnd: pounds.optional().describe("redundancy and other unavoidable cost of an early end"),
  reserves: pounds.optional().describe("free reserves that it would put into the contract"),
  overdraft: pounds.optional().describe("cash or overdraft limit on top"),
});

export type OfferCosts = z.output<typeof offerCosts>;

/** Where each stands in a scenario. */
export const pathOfCost: Readonly<Record<keyof OfferCosts, string>> = {
  setUp: "costs.setUp",
  postCostPerYear: "costs.posts.costPerYear",
  perMonth: "costs.perMonth",
  trackingPerMonth: "costs.trackingPerMonth",
  perReferral: "costs.perReferral",
  perStart: "costs.perStart",
  onEarlyEnd: "costs.onEarlyEnd",
  reserves: "provider.reserves",
  overdraft: "provider.overdraft",
};
