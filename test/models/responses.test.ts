import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { flatFee, model, perOutcome, perStart, plain, pounds, type Terms, terms, where } from "./terms.ts";

// Model: 4 Poisson referrals a month for 10 months; outcome rates fall by 6 % for each 10 points of service fee,
// referrals rise by 10 % where a settlement is among the terms, starts fall by 20 % where a lever pushes referrals.
// Closed form: products of means. 50,000 paths; 4 standard errors.
const paths = 50_000;
const ends: Terms = {
  ...terms("termination", "ends", [], { parameters: { never: plain(99, "month") } }),
  stages: [
    {
      hitPolicy: "any",
      rules: [
        {
          name: "end",
          conditions: { all: [where("month", "equal", { fact: "never" })] },
          event: { type: "end", params: { output: "agreed" } },
        },
      ],
    },
  ],
};
const settles: Terms = {
  ...terms("cancellation", "settles", [], { parameters: { settled: pounds(100) } }),
  stages: [
    {
      hitPolicy: "unique",
      rules: [
        {
          name: "settle",
          conditions: { all: [] },
          event: { type: "set", params: { output: "settlementPence", amount: { param: "settled" } } },
        },
      ],
    },
  ],
};
const run = (factors: object) =>
  runModel(
    model("responses", 10, {
      volume: { indicative: 4, factors },
      delivery: { startRate: 0.5, stages: [{ id: "jobs", rate: 0.4 }] },
      responses: { outcomeRate: -0.06, referrals: 0.1, suitability: -0.2 },
      levers: [
        { id: "push", title: "Push", quantity: "delivery.startRate", scale: 1, cost: 0 },
        ...(Object.keys(factors).length > 0
          ? [{ id: "aware", title: "Aware", quantity: "volume.factors.awareness", scale: 1.5, cost: 0 }]
          : []),
      ],
      rulesets: [perStart(200), perOutcome("jobs", 500), flatFee(200, 10), ends, settles],
      policies: [
        { id: "today", title: "Today", rulesets: ["per-start", "per-jobs"] },
        { id: "fee", title: "Fee", rulesets: ["per-start", "per-jobs", "flat-fee"] },
        { id: "settled", title: "Settled", rulesets: ["per-start", "per-jobs", "ends", "settles"] },
        {
          id: "pushed",
          title: "Pushed",
          rulesets: ["per-start"],
          levers: [Object.keys(factors).length > 0 ? "aware" : "push"],
        },
      ],
    }),
    { paths, seed: "responses" },
  ).measures;

test("each response changes what it names, and nothing where the terms do not call for it", () => {
  const measures = run({ awareness: 1 });
  const of = (id: string) => measures[id]!;
  expect(deviation(of("today").meanReferrals, 40)).toBeLessThan(4);
  expect(deviation(of("today").meanJobOutcomes, 8)).toBeLessThan(4);
  // The plan pays 20 × £200 + 8 × £500 + £2,000 of fee: 20 points of fee.
  expect(deviation(of("fee").meanJobOutcomes, 8 * (1 - 0.06 * 2))).toBeLessThan(4);
  expect(deviation(of("fee").meanReferrals, 40)).toBeLessThan(4);
  expect(deviation(of("settled").meanReferrals, 40 * 1.1)).toBeLessThan(4);
  expect(deviation(of("pushed").meanReferrals, 40 * 1.5)).toBeLessThan(4);
  expect(deviation(of("pushed").meanStarts, 40 * 1.5 * 0.5 * 0.8)).toBeLessThan(4);
});

test("referrals respond also where the volume has no causes of its own", () => {
  expect(deviation(run({}).settled!.meanReferrals, 40 * 1.1)).toBeLessThan(4);
});
