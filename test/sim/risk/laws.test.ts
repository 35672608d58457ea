import { describe, expect, it } from "vitest";
import type { Estimate } from "../../../src/sim/risk/estimate.ts";
import type { LedgerColumns } from "../../../src/sim/risk/ledger-columns.ts";
import { measureDifference } from "../../../src/sim/risk/measure-difference.ts";
import { measurePolicy } from "../../../src/sim/risk/measure-policy.ts";
import { metrics } from "../../../src/sim/risk/metrics.ts";
import { columnOf, contextOf, ledgerOf } from "./ledger-of.ts";
import { seededDraws } from "./seeded-draws.ts";

const PATHS = 2000;
const context = contextOf(PATHS, {
  reservesPence: 20_000,
  deadweightRate: 0.1,
  breakEvenReferralsPerMonth: 4,
});

function pairOfLedgers(): [LedgerColumns, LedgerColumns] {
  const draws = seededDraws("laws");
  const referrals = columnOf(PATHS, () => draws.poisson(20));
  const starts = referrals.map((people) => Math.min(people, draws.poisson(people * 0.6)));
  const jobOutcomes = starts.map((people) => Math.min(people, draws.poisson(people * 0.3)));
  const ledger = (price: number, fee: number): LedgerColumns => {
    const outcomePayment = jobOutcomes.map((people) => people * price);
    const serviceFee = columnOf(PATHS, () => fee);
    const cancellationFee = referrals.map((people) => Math.max(0, 15 - people) * fee);
    const payment = columnOf(PATHS, (path) => outcomePayment[path]! + fee + cancellationFee[path]!);
    const margin = columnOf(PATHS, (path) => payment[path]! - 2000 * starts[path]! - 5000);
    return ledgerOf({
      margin,
      npv: margin.map((pence) => pence * 0.97),
      peakFunding: margin.map((pence) => Math.max(0, 8000 - pence)),
      peakFundingMonth: margin.map((pence) => (pence < 0 ? 4 : 2)),
      endMonth: referrals.map((people) => (people < 12 ? 3 + (people % 4) : 0)),
      ended: referrals.map((people) => (people < 12 ? 1 : 0)),
      endedInReferrals: referrals.map((people) => (people < 10 ? 1 : 0)),
      postsLost: referrals.map((people) => (people < 12 ? 1 : 0)),
      payment,
      bill: payment.map((pence) => pence + 100),
      serviceFee,
      outcomePayment,
      cancellationFee,
      referrals,
      starts,
      jobOutcomes,
      terminated: referrals.map((people) => (people < 12 ? 1 : 0)),
      handedBack: margin.map((pence) => (pence < -20_000 ? 1 : 0)),
      paidWithNoReferral: columnOf(PATHS, () => fee),
      overBudget: payment.map((pence) => (pence > 60_000 ? 1 : 0)),
    });
  };
  return [ledger(9000, 0), ledger(5000, 12_000)];
}

function numbersOf(estimates: Record<string, Estimate>): [string, number][] {
  return Object.entries(estimates).flatMap(([id, { value, se, low, high }]) =>
    Object.entries({ value, se, low, high }).map(([name, number]): [string, number] => [
      `${id}.${name}`,
      number ?? Number.NaN,
    ]),
  );
}

const [first, second] = pairOfLedgers();

describe("laws of measuring", () => {
  it("a policy does not differ from itself", () => {
    const copy = Object.fromEntries(Object.entries(first).map(([name, column]) => [name, column.slice()]));
    const { metrics: differences, probabilityBetter } = measureDifference(first, copy as LedgerColumns, {
      a: context,
      b: context,
    });
    for (const { id, estimator } of metrics) {
      const difference = differences[id]!;
      expect(difference, id).toMatchObject({ value: 0, se: 0 });
      if (estimator.kind === "chance") {
        expect(difference.low, id).toBeLessThan(0);
        expect(difference.high, id).toBeGreaterThan(0);
      } else {
        expect(difference, id).toMatchObject({ low: 0, high: 0 });
      }
    }
    expect(probabilityBetter.margin).toMatchObject({ better: 0, equal: 1, worse: 0, low: 0 });
  });

  it("a difference is the difference of the values and holds it, and turns its sign with the order", () => {
    const one = measurePolicy(first, context);
    const other = measurePolicy(second, context);
    const forth = measureDifference(first, second, { a: context, b: context });
    const back = measureDifference(second, first, { a: context, b: context });
    for (const { id } of metrics) {
      const there = forth.metrics[id]!;
      expect(there.value, id).toBeCloseTo(one[id]!.value! - other[id]!.value!, 9);
      expect(there.low!, id).toBeLessThanOrEqual(there.value!);
      expect(there.high!, id).toBeGreaterThanOrEqual(there.value!);
      expect(back.metrics[id]!.value, id).toBeCloseTo(0 - there.value!, 9);
      expect(one[id]!.low!, id).toBeLessThanOrEqual(one[id]!.value!);
      expect(one[id]!.high!, id).toBeGreaterThanOrEqual(one[id]!.value!);
    }
    expect(forth.probabilityBetter.payment.better).toBe(back.probabilityBetter.payment.worse);
    const { better, equal, worse } = forth.probabilityBetter.margin;
    expect(better + equal + worse).toBeCloseTo(1, 15);
  });

  it("a constant on top is exactly the difference", () => {
    const more = { ...first, margin: first.margin.map((pence) => pence + 12_345) };
    const { metrics: differences } = measureDifference(more, first, { a: context, b: context });
    expect(differences.meanMargin).toMatchObject({ se: 0 });
    expect(differences.meanMargin?.value).toBeCloseTo(123.45, 10);
    expect(differences.sdMargin).toMatchObject({ value: 0, se: 0 });
    for (const id of ["valueAtRisk95", "expectedShortfall99", "marginQuantile50"]) {
      const sign = id.startsWith("margin") ? 1 : -1;
      expect(differences[id]?.value, id).toBeCloseTo(sign * 123.45, 10);
    }
  });

  it("the order of the futures does not matter", () => {
    const draws = seededDraws("shuffle");
    const order = Array.from({ length: PATHS }, (_, path) => path);
    for (let path = PATHS - 1; path > 0; path--) {
      const with_ = Math.floor(draws.uniform() * (path + 1));
      [order[path], order[with_]] = [order[with_]!, order[path]!];
    }
    const shuffled = (ledger: LedgerColumns) =>
      Object.fromEntries(
        Object.entries(ledger).map(([name, column]) => [
          name,
          columnOf(PATHS, (path) => column[order[path]!]!),
        ]),
      ) as LedgerColumns;
    const pair = { a: context, b: context };
    const plain = [
      ...numbersOf(measurePolicy(first, context)),
      ...numbersOf(measureDifference(first, second, pair).metrics),
    ];
    const mixed = new Map([
      ...numbersOf(measurePolicy(shuffled(first), context)).map(
        ([name, number]) => [`one ${name}`, number] as const,
      ),
      ...numbersOf(measureDifference(shuffled(first), shuffled(second), pair).metrics),
    ]);
    const half = plain.length / 2;
    plain.forEach(([name, number], place) => {
      const again = mixed.get(place < half ? `one ${name}` : name)!;
      expect(Math.abs(again - number), name).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(number)));
    });
  });

  it("sorting once for all calls changes nothing, and no column is touched", () => {
    const before = Object.fromEntries(Object.entries(first).map(([name, column]) => [name, column.slice()]));
    const kept = { ...context, ascending: new Map<string, Float64Array>() };
    expect(measurePolicy(first, kept)).toEqual(measurePolicy(first, context));
    expect(measurePolicy(first, kept)).toEqual(measurePolicy(first, context));
    expect([...kept.ascending.keys()].sort()).toEqual([
      "cancellationFee",
      "margin",
      "payment",
      "peakFunding",
      "peakFundingMonth",
    ]);
    expect({ ...first }).toEqual(before);
  });
});

describe("prices solved on the same futures", () => {
  const gap = columnOf(PATHS, (path) => second.bill[path]! - first.bill[path]!);
  const flat = Object.fromEntries(metrics.map(({ id }) => [id, 0]));

  it("change nothing where no measure depends on the price", () => {
    expect(measurePolicy(second, context, { slopes: flat, gap })).toEqual(measurePolicy(second, context));
    expect(
      measureDifference(second, first, { a: context, b: context }, { a: { slopes: flat, gap } }).metrics,
    ).toEqual(measureDifference(second, first, { a: context, b: context }).metrics);
  });

  it("give the mean bill the error of the bill it was solved for", () => {
    const slopes = { ...flat, meanBill: 1 };
    const solved = measurePolicy(second, context, { slopes, gap });
    expect(solved.meanBill?.se).toBeCloseTo(measurePolicy(first, context).meanBill?.se ?? Number.NaN, 9);
    const against = measureDifference(second, first, { a: context, b: context }, { a: { slopes, gap } });
    expect(against.metrics.meanBill?.se).toBe(0);
  });

  it("keep probabilities between 0 and 1", () => {
    const slopes = { ...flat, probabilityOverBudget: 1, probabilityProviderExits: -1 };
    const solved = measurePolicy(second, context, { slopes, gap });
    for (const id of ["probabilityOverBudget", "probabilityProviderExits"]) {
      expect(solved[id]!.low).toBeGreaterThanOrEqual(0);
      expect(solved[id]!.high).toBeLessThanOrEqual(1);
    }
  });
});
