import { openBlocks } from "../../src/sim/block.ts";
import { blocksFor, openGathering } from "../../src/sim/gather.ts";
import { ledgerColumns } from "../../src/sim/ledger-columns.ts";
import type { Estimate } from "../../src/sim/risk/estimate.ts";
import { measureDifference } from "../../src/sim/risk/measure-difference.ts";
import { measurePolicy } from "../../src/sim/risk/measure-policy.ts";
import { checkModel } from "./run-model.ts";
import { given, pays, pounds, terms } from "./terms.ts";

/*
 * A small contract whose risk is known: two months of 6 referrals (Poisson), half start, 4 in 10 starters find a job.
 * Starters with a job are Poisson of mean 2.4 and those without of mean 3.6, independent of each other, so every law
 * below is a finite sum. The second policy pays £60 more a start. A month in which more than 13 are referred earns a
 * bonus: a rare event. Terms: £200 a start, £900 a job, a fee of £150; cost £2,700.
 */
const start = { base: 200, more: 260 };
const job = 900;
const fee = 150;
const cost = 2700;

export const scenario = {
  id: "coverage",
  title: "coverage",
  contractStart: "2017-04-01",
  contract: { lastReferralMonth: 2, paymentTermDays: 0 },
  volume: { indicative: 6 },
  delivery: { startRate: 0.5, stages: [{ id: "jobs", rate: 0.4 }] },
  costs: { setUp: [{ month: 1, pounds: cost }] },
  rulesets: [
    terms("start-fee", "starts", [pays("start", { mul: [{ param: "price" }, { fact: "starts" }] })], {
      parameters: { price: pounds(start.base) },
    }),
    terms("outcome-payment", "jobs-paid", [pays("job", { mul: [{ param: "jobPrice" }, { fact: "jobs" }] })], {
      parameters: { jobPrice: pounds(job) },
      facts: given("jobs"),
    }),
    terms(
      "service-fee",
      "fee",
      [pays("fee", { param: "fee" }, { when: { all: [{ fact: "month", operator: "equal", value: 1 }] } })],
      { parameters: { fee: pounds(fee) } },
    ),
  ],
  policies: [
    { id: "base", title: "base", rulesets: ["starts", "jobs-paid", "fee"] },
    {
      id: "more",
      title: "more",
      rulesets: ["starts", "jobs-paid", "fee"],
      parameters: { price: start.more },
    },
  ],
};

type Atom = { chance: number; starts: number; jobs: number };

function poisson(mean: number): number[] {
  const chances = [Math.exp(-mean)];
  for (let k = 1; k < 60; k++) chances.push((chances[k - 1]! * mean) / k);
  return chances;
}

function atoms(): Atom[] {
  const withJob = poisson(2.4);
  const without = poisson(3.6);
  return withJob.flatMap((p, j) => without.map((q, k) => ({ chance: p * q, starts: j + k, jobs: j })));
}

/** The exact measures of a policy that pays `price` a start, by name; pounds. */
export function exact(price: number): Record<string, number> {
  const all = atoms().map((a) => ({ ...a, margin: price * a.starts + job * a.jobs + fee - cost }));
  const mean = (f: (a: (typeof all)[number]) => number) => all.reduce((sum, a) => sum + a.chance * f(a), 0);
  const meanMargin = mean((a) => a.margin);
  const sorted = [...all].sort((a, b) => a.margin - b.margin);
  /** The smallest margin with at least this chance at or below it. */
  const quantile = (level: number) => {
    let sum = 0;
    for (const a of sorted) {
      sum += a.chance;
      if (sum >= level - 1e-12) return a.margin;
    }
    throw new Error("no quantile");
  };
  /** Acerbi and Tasche: the mean of the worst share, the atom at its edge taken in part. */
  const shortfall = (share: number) => {
    let left = share;
    let sum = 0;
    for (const a of sorted) {
      const taken = Math.min(left, a.chance);
      sum -= taken * a.margin;
      left -= taken;
      if (left <= 0) break;
    }
    return sum / share;
  };
  const meanPayment = meanMargin + cost;
  return {
    meanMargin,
    sdMargin: Math.sqrt(mean((a) => (a.margin - meanMargin) ** 2)),
    meanPayment,
    meanServiceFee: fee,
    meanStartFee: price * 6,
    meanOutcomePayment: job * 2.4,
    probabilityOfLoss: mean((a) => (a.margin < 0 ? 1 : 0)),
    expectedLoss: mean((a) => Math.max(0, -a.margin)),
    expectedShortfall95: shortfall(0.05),
    expectedShortfall99: shortfall(0.01),
    valueAtRisk95: -quantile(0.05),
    marginQuantile05: quantile(0.05),
    marginQuantile50: quantile(0.5),
    marginQuantile95: quantile(0.95),
    meanReferrals: 12,
    sdReferrals: Math.sqrt(12),
    meanStarts: 6,
    meanJobOutcomes: 2.4,
    costPerStart: meanPayment / 6,
    costPerJobOutcome: meanPayment / 2.4,
    probabilityOfCancellationFee: 0,
  };
}

/** The share of seeds whose 95 % interval holds the truth, by measure; differences begin with `difference.`. */
export function coverage(seeds: readonly string[], paths: number): Map<string, number> {
  const checked = checkModel(scenario);
  const blocks = openBlocks(
    checked,
    [0, 1].map((place) => ({ place, priceScale: 1 })),
  );
  const truth = { base: exact(start.base), more: exact(start.more) };
  const hits = new Map<string, number>();
  const look = (name: string, estimate: Estimate | undefined, value: number) => {
    const { low, high } = estimate!;
    const slack = 1e-9 * Math.max(1, Math.abs(value));
    const holds = low! <= value + slack && value - slack <= high!;
    hits.set(name, (hits.get(name) ?? 0) + (holds ? 1 : 0));
  };
  for (const seed of seeds) {
    const gathering = openGathering(paths, 2, ledgerColumns);
    for (let block = 0; block < blocksFor(paths); block += blocks.blocks)
      gathering.add(block, blocks.run({ seed, block }));
    const [base, more] = gathering.ledgers() as [
      ReturnType<typeof gathering.ledgers>[0],
      ReturnType<typeof gathering.ledgers>[0],
    ];
    const context = () => ({ paths, breakEvenReferralsPerMonth: null, ascending: new Map() });
    const contexts = { a: context(), b: context() };
    const measures = measurePolicy(base, contexts.b);
    const { metrics } = measureDifference(more, base, contexts);
    for (const [name, value] of Object.entries(truth.base)) look(name, measures[name], value);
    for (const name of smooth)
      look(`difference.${name}`, metrics[name], truth.more[name]! - truth.base[name]!);
  }
  blocks.close();
  return new Map([...hits].map(([name, count]) => [name, count / seeds.length]));
}

const smooth = [
  "meanMargin",
  "sdMargin",
  "meanPayment",
  "probabilityOfLoss",
  "expectedLoss",
  "expectedShortfall95",
  "costPerStart",
  "costPerJobOutcome",
];

/** Measures whose interval may hold the truth more often: atoms, rare events and constants. */
export const onlyAtLeast = new Set([
  "meanServiceFee",
  "valueAtRisk95",
  "marginQuantile05",
  "marginQuantile50",
  "marginQuantile95",
  "expectedShortfall99",
  "probabilityOfCancellationFee",
  // £60 in every future.
  "difference.costPerStart",
]);

/** Seeds fixed before the first run. */
export const seedsOf = (count: number) => Array.from({ length: count }, (_, k) => `coverage ${k + 1}`);
