import { describe, expect, it } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { cap, flatFee, model, pays, perStart, plain, pounds, type Terms, terms, where } from "./terms.ts";

// Model: Poisson(2) starts a month for two months at £100 each; a service fee of £50 a month; a guarantee of £60 for
// each start under 3; a cap of £650 on all payments; costs of £250 a month.
// Enumerated over N ~ Poisson(4): results pay 100·N less what the cap takes off, cost is £500, and what results leave
// uncovered is borne by the fee and the guarantee first, then by the provider. 100,000 paths, 4 standard errors.
const paths = 100_000;
const guarantee: Terms = terms(
  "volume",
  "guarantee",
  [
    pays(
      "topUp",
      {
        mul: [{ param: "topUpPrice" }, { max: [0, { sub: [{ param: "least" }, { fact: "startsToDate" }] }] }],
      },
      { when: { all: [where("month", "equal", { fact: "lastReferralMonth" })] }, termDays: 0 },
    ),
  ],
  {
    parameters: { topUpPrice: pounds(60), least: plain(3, "people") },
    tracked: { startsToDate: { sum: { fact: "starts" } } },
  },
);
const rulesets = [perStart(100), flatFee(50, 2), guarantee, cap(650)];
const { measures, ledgers } = runModel(
  model("shortfall", 2, {
    volume: { indicative: 2 },
    costs: { perMonth: 250 },
    rulesets,
    policies: [
      { id: "results", title: "Results", rulesets: ["per-start"] },
      { id: "shared", title: "Shared", rulesets: rulesets.map(({ id }) => id) },
    ],
  }),
  { paths, seed: "shortfall" },
);

const chance = [Math.exp(-4)];
for (let n = 1; n <= 80; n++) chance.push((chance[n - 1]! * 4) / n);
const expected = (of: (n: number) => number) => chance.reduce((sum, p, n) => sum + p * of(n), 0);
const other = (n: number) => 60 * Math.max(0, 3 - n) + Math.min(0, 650 - 100 * n - 100);
const margin = (n: number) => 100 * n + 100 + other(n) - 500;
const byResults = (n: number) => 100 * n + Math.min(0, other(n));
const uncovered = (n: number) => Math.max(0, 500 - byResults(n));

describe("who bears what results leave uncovered", () => {
  it("is split as the enumeration splits it", () => {
    const share = expected((n) => Math.max(0, 0 - margin(n))) / expected(uncovered);
    const found = measures.shared!.providerShareOfShortfall!;
    expect(deviation(found, share)).toBeLessThan(4);
    expect(found).toMatchObject({ unit: "share" });
    expect(found.low!).toBeGreaterThan(0);
    expect(found.high!).toBeLessThan(1);
  });

  it("is the provider's alone where only results are paid, and nobody's where nothing is uncovered", () => {
    expect(measures.results!.providerShareOfShortfall).toMatchObject({ value: 1, low: 1, high: 1 });
    const free = runModel(model("no-cost", 2, { volume: { indicative: 2 }, rulesets: [perStart(100)] }), {
      paths: 512,
    });
    expect(free.measures.terms!.providerShareOfShortfall).toMatchObject({ value: null, low: null });
  });

  it("is measured beside the other payments, which with the named kinds are all that is paid", () => {
    const of = (metric: string) => measures.shared![metric]!;
    expect(deviation(of("meanOtherPayment"), expected(other))).toBeLessThan(4);
    const named = ["meanServiceFee", "meanStartFee", "meanOutcomePayment", "meanCancellationFee"];
    const sum = [...named, "meanOtherPayment"].reduce((total, metric) => total + of(metric).value!, 0);
    expect(sum).toBeCloseTo(of("meanPayment").value!, 6);
    expect(ledgers.shared!.otherPayment.some((pence) => pence < 0)).toBe(true);
  });
});
