import { describe, expect, it } from "vitest";
import { agrees, agreesOver, endsWhen, followsOver, policy, scenario } from "./endings.ts";
import { chance, lawOf } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { perStart, where } from "./terms.ts";

// Three contracts of one provider over two months. The market (1 or 2, even chances) is drawn once for all; in each
// month each contract has 0 or 2 times its volume (even chances), its own luck: 1 referral a month indicated in the
// first two, 2 in the third. £100 a start, paid at once; £150 a month of cost a contract; reserves of £700.
// Exact: all 2 × 2⁶ futures; 100,000 paths; no value but the walk's, each within 4 standard errors.
const volumes = [1, 1, 2];
const market = [1, 2];
const parts = (extra: object) => ({
  volume: {
    indicative: 1,
    counts: "certain",
    factors: { market: { empirical: { values: market } } },
    overDispersion: { scope: "month", distribution: { empirical: { values: [0, 2] } } },
  },
  costs: { perMonth: 150 },
  rulesets: [perStart(100), endsWhen({ all: [where("referrals", "equal", 0)] })],
  contracts: {
    common: ["volume.factors.market"],
    each: [
      { id: "north", change: {} },
      { id: "south", title: "South", change: {} },
      { id: "east", change: { "volume.indicative": 2 } },
    ],
  },
  ...extra,
});

type Future = { chance: number; cash: number[][]; referrals: number[][] };

/** Every future: cash and referrals of each contract by month, ended after a month without referrals or not. */
function futures(endsEarly: boolean): Future[] {
  const all: Future[] = [];
  for (const factor of market) {
    for (let luck = 0; luck < 64; luck++) {
      const referrals = volumes.map((volume, k) =>
        [0, 1].map((m) => (((luck >> (2 * k + m)) & 1) === 1 ? 2 * volume * factor : 0)),
      );
      const live = referrals.map(([first]) => [true, !endsEarly || first !== 0]);
      const kept = referrals.map((months, k) => months.map((count, m) => (live[k]![m] ? count : 0)));
      const cash = kept.map((months, k) =>
        months.map((count, m) => 10_000 * count - (live[k]![m] ? 15_000 : 0)),
      );
      all.push({ chance: 1 / 128, cash, referrals: kept });
    }
  }
  return all;
}

const total = (list: number[]) => list.reduce((a, b) => a + b, 0);
const marginOf = (f: Future) => total(f.cash.flat());

describe("several contracts of one provider", () => {
  const { ledgers, measures } = runModel(
    scenario("several-contracts", 2, {
      ...parts({}),
      provider: { reserves: 700 },
      policies: [policy("runs", ["per-start"]), policy("ends", ["per-start", "ends"])],
    }),
    { paths: 100_000, seed: "several-contracts" },
  );

  it.each([
    ["runs", false],
    ["ends", true],
  ])("%s: money and people add up, and the provider's cash is one", (id, endsEarly) => {
    const all = futures(endsEarly);
    const ledger = ledgers[id]!;
    followsOver(`margin ${id}`, ledger.margin, all, marginOf);
    followsOver(`referrals ${id}`, ledger.referrals, all, (f) => total(f.referrals.flat()));
    const peak = (f: Future) => {
      const first = total(f.cash.map((months) => months[0]!));
      return Math.max(0, -first, -marginOf(f));
    };
    followsOver(`peak ${id}`, ledger.peakFunding, all, peak);
    agrees(
      `P(peak over reserves) ${id}`,
      measures[id]!.probabilityPeakFundingExceedsReserves!,
      chance(lawOf(all, peak), (x) => x > 70_000),
    );
    // The market is shared, so contracts swing together: more than three apart would.
    const second =
      total(all.map((f) => f.chance * marginOf(f) ** 2)) - total(all.map((f) => f.chance * marginOf(f))) ** 2;
    agrees(`sd ${id}`, measures[id]!.sdMargin!, Math.sqrt(second) / 100);
  });

  it("keeps each contract beside the sum", () => {
    const all = futures(true);
    for (const k of volumes.keys()) {
      followsOver(`margin of ${k}`, ledgers.ends![`contracts[${k}].margin`]!, all, (f) => total(f.cash[k]!));
      followsOver(`referrals of ${k}`, ledgers.ends![`contracts[${k}].referrals`]!, all, (f) =>
        total(f.referrals[k]!),
      );
    }
    const { margin } = ledgers.ends!;
    for (let path = 0; path < 100; path++) {
      const sum = total([0, 1, 2].map((k) => ledgers.ends![`contracts[${k}].margin`]![path]!));
      expect(sum).toBe(margin[path]);
    }
  });

  it("hands all of them back when the cash that they share is gone", () => {
    const { ledgers: ruined, measures: found } = runModel(
      scenario("several-ruined", 2, {
        ...parts({}),
        provider: { reserves: 200, handsBack: true },
        policies: [policy("runs", ["per-start"])],
      }),
      { paths: 100_000, seed: "several-ruined" },
    );
    // Cash under −£200 after the first month ends all three; nothing is referred, paid or spent in the second.
    const all = futures(false).map((f) => {
      const broke = total(f.cash.map((months) => months[0]!)) < -20_000;
      return {
        ...f,
        broke,
        margin: broke ? total(f.cash.map((months) => months[0]!)) : marginOf(f),
      };
    });
    followsOver("margin with ruin", ruined.runs!.margin, all, (f) => f.margin);
    // In the last month cash can run out too, but there is nothing left to hand back.
    agreesOver("P(hands back)", found.runs!.probabilityProviderExits!, all, (f) => Number(f.broke));
  });

  it("spends one budget", () => {
    const { ledgers: spent } = runModel(
      scenario("several-budget", 2, {
        ...parts({}),
        commissioner: { budgetPerFinancialYear: 500, stopsWhenSpent: true },
        policies: [policy("runs", ["per-start"])],
      }),
      { paths: 100_000, seed: "several-budget" },
    );
    const all = futures(false).map((f) => {
      const first = 10_000 * total(f.referrals.map((months) => months[0]!));
      const second = 10_000 * total(f.referrals.map((months) => months[1]!));
      return { ...f, payment: first >= 50_000 ? first : first + second };
    });
    followsOver("payment under one budget", spent.runs!.payment, all, (f) => f.payment);
  });
});
