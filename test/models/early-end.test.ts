import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import {
  given,
  model,
  pays,
  perOutcome,
  perStart,
  plain,
  pounds,
  type Terms,
  terms,
  where,
} from "./terms.ts";

// Model: 4 Poisson starts a month for 10 months, half find a job 2 or 4 months later (40 and 60 %), counted to month
// 15; the contract ends after month 6. Without provision 60 % of what would follow still comes; a policy pays it or
// does not. Cost £500 a month, £30 a month of tracking, £900 on the early end.
// Closed form: independent Poisson counts by start and delay, thinned by 0.6 after month 6. 100,000 paths; 4 standard
// errors, costs to the penny.
const paths = 100_000;
const ends: Terms = {
  ...terms("termination", "ends", [], { parameters: { endAfter: plain(6, "month") } }),
  stages: [
    {
      hitPolicy: "any",
      rules: [
        {
          name: "end",
          conditions: { all: [where("month", "equal", { fact: "endAfter" })] },
          event: { type: "end", params: { output: "agreed" } },
        },
      ],
    },
  ],
};
const afterEnd = terms(
  "outcome-payment",
  "after-end",
  [pays("afterEnd", { mul: [{ param: "jobsPrice" }, { fact: "jobsAfterEnd" }] })],
  { parameters: { jobsPrice: pounds(800, true) }, facts: given("jobsAfterEnd") },
);
const { measures, ledgers } = runModel(
  model("early-end", 10, {
    contract: { lastMonth: 15 },
    volume: { indicative: 4 },
    delivery: {
      startRate: 1,
      survivingShare: 0.6,
      stages: [
        { id: "jobs", rate: 0.5, delayMonths: { empirical: { values: [2, 4], weights: [0.4, 0.6] } } },
      ],
    },
    costs: { perMonth: 500, trackingPerMonth: 30, onEarlyEnd: 900 },
    rulesets: [perStart(100), perOutcome("jobs", 800), afterEnd, ends],
    policies: [
      { id: "on", title: "Runs on", rulesets: ["per-start", "per-jobs"] },
      { id: "unpaid", title: "Ends", rulesets: ["per-start", "per-jobs", "ends"] },
      {
        id: "paid",
        title: "Ends, later outcomes paid",
        rulesets: ["per-start", "per-jobs", "after-end", "ends"],
      },
    ],
  }),
  { paths, seed: "early-end" },
);

const [before, after] = [0, 0].map((_, late) => {
  let mean = 0;
  for (let start = 1; start <= 6; start++) {
    if (start + 2 > 6 === Boolean(late)) mean += 4 * 0.5 * 0.4;
    if (start + 4 > 6 === Boolean(late)) mean += 4 * 0.5 * 0.6;
  }
  return mean;
}) as [number, number];

test("after an early end nobody starts, and only the surviving share of later outcomes comes", () => {
  for (const id of ["unpaid", "paid"]) {
    expect(deviation(measures[id]!.meanStarts, 24)).toBeLessThan(4);
    expect(deviation(measures[id]!.meanJobOutcomes, before + 0.6 * after)).toBeLessThan(4);
    expect(measures[id]!.probabilityTerminated!.value).toBe(1);
  }
  expect(deviation(measures.on!.meanJobOutcomes, 20)).toBeLessThan(4);
  expect(measures.on!.probabilityTerminated!.value).toBe(0);
});

test("later outcomes are paid only where the terms say so", () => {
  expect(deviation(measures.unpaid!.meanOutcomePayment, 800 * before)).toBeLessThan(4);
  const paid = measures.paid!;
  expect(deviation(paid.meanOutcomePayment, 800 * (before + 0.6 * after))).toBeLessThan(4);
  // A person's payment: 100 on start, 800 more with the chance of a paid job; counts by person are Poisson.
  const jobs = before + 0.6 * after;
  const variance = 100 ** 2 * 24 + (800 ** 2 + 2 * 100 * 800) * jobs;
  expect(deviation(paid.sdPayment, Math.sqrt(variance))).toBeLessThan(4);
});

test("tracking runs as long after an early end as it would have, and the end costs once", () => {
  for (const [id, cost] of [
    ["on", 10 * 500 + 5 * 30],
    ["unpaid", 6 * 500 + 5 * 30 + 900],
  ] as const) {
    const { margin, payment } = ledgers[id]!;
    for (const [i, pence] of margin.entries()) {
      if (pence !== payment[i]! - 100 * cost) expect(pence).toBe(payment[i]! - 100 * cost);
    }
  }
});
