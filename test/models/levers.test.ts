import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { model, perOutcome, perStart } from "./terms.ts";

// Model: 5 Poisson referrals a month for 10 months times an awareness of 0.8; levers scale awareness by PERT(1, 1.15,
// 1.4) for £500, or by 1.25 from month 4 with 10 % lost a month, or by 1.25 throughout; shift the start rate; replace
// the outcome rate. Closed form: differences of means; for the fixed scale also the variance of the difference of
// counts drawn from the same uniform. 50,000 paths; 4 standard errors.
const paths = 50_000;
const on = (id: string, quantity: string, more: object) => ({ id, title: id, quantity, cost: 500, ...more });
const levers = [
  on("training", "volume.factors.awareness", { scale: { pert: { min: 1, mode: 1.15, max: 1.4 } } }),
  on("fading", "volume.factors.awareness", { scale: 1.25, delayMonths: 3, decayPerMonth: 0.1 }),
  on("steady", "volume.factors.awareness", { scale: 1.25 }),
  on("guidance", "delivery.startRate", { shift: { uniform: { min: 0, max: 0.2 } } }),
  on("coaching", "delivery.stages.jobs.rate", { replace: { beta: { alpha: 4, beta: 6 } } }),
];
const { differences, measures } = runModel(
  model("levers", 10, {
    volume: { indicative: 5, factors: { awareness: 0.8 } },
    delivery: { startRate: 0.5, stages: [{ id: "jobs", rate: 0.3 }] },
    levers,
    rulesets: [perStart(400), perOutcome("jobs", 1000)],
    policies: [
      { id: "today", title: "Today", rulesets: ["per-start", "per-jobs"] },
      ...levers.map(({ id }) => ({ id, title: id, rulesets: ["per-start", "per-jobs"], levers: [id] })),
    ],
  }),
  { paths, seed: "levers" },
);
const today = { referrals: 40, starts: 20, payment: 20 * 400 + 6 * 1000 };
const more = (id: string, metric: string) => differences[id]!.metrics[metric];

test("a lever of uncertain effect adds its mean effect, and its cost to the bill alone", () => {
  const effect = (1 + 4 * 1.15 + 1.4) / 6 - 1;
  expect(deviation(more("training", "meanReferrals"), today.referrals * effect)).toBeLessThan(4);
  expect(deviation(more("training", "meanMargin"), today.payment * effect)).toBeLessThan(4);
  expect(deviation(more("training", "meanBill"), today.payment * effect + 500)).toBeLessThan(4);
  expect(deviation(measures.today!.meanPayment, today.payment)).toBeLessThan(4);
});

test("a lever that starts late and fades works month by month", () => {
  let gained = 0;
  for (let month = 4; month <= 10; month++) gained += 4 * 0.25 * 0.9 ** (month - 4);
  expect(deviation(more("fading", "meanReferrals"), gained)).toBeLessThan(4);
});

test("shift and replace change the drawn rate", () => {
  expect(deviation(more("guidance", "meanStarts"), 40 * 0.1)).toBeLessThan(4);
  expect(more("guidance", "meanReferrals")!.value).toBe(0);
  expect(deviation(more("coaching", "meanJobOutcomes"), 20 * 0.1)).toBeLessThan(4);
  expect(more("coaching", "meanStarts")!.value).toBe(0);
});

test("the same uniform gives both counts of a month: their difference has the variance of inversion", () => {
  const upTo = (mean: number) => {
    const sums = [Math.exp(-mean)];
    let p = sums[0]!;
    for (let n = 1; n <= 60; n++) {
      p *= mean / n;
      sums.push(sums[n - 1]! + p);
    }
    return sums;
  };
  // Between two neighbouring steps of either distribution function the difference is constant.
  const [few, many] = [upTo(4), upTo(5)];
  let [i, j, at, variance] = [0, 0, 0, -1];
  while (i < 60 && j < 60) {
    const next = Math.min(few[i]!, many[j]!);
    variance += (next - at) * (j - i) ** 2;
    at = next;
    if (few[i]! <= next) i++;
    if (many[j]! <= next) j++;
  }
  const { value, se } = more("steady", "meanReferrals")!;
  expect(deviation({ value, se: Math.sqrt((10 * variance) / paths) }, 10)).toBeLessThan(4);
  expect(se! / Math.sqrt((10 * variance) / paths)).toBeCloseTo(1, 1);
});
