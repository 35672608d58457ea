import { expect, test } from "vitest";
import { endsWhen, policy, scenario } from "./endings.ts";
import { certain, library } from "./library.ts";
import { runModel } from "./run-model.ts";
import { where } from "./terms.ts";

// rules/volume/minimum-guarantee.json, to the penny on every path; certain referrals, all of whom start at £100.
const figures = { startPrice: 100, guaranteeShare: 0.5, settleMonths: 3 };
const endAfter = (month: number) => endsWhen({ all: [where("month", "equal", month)] }, {}, "end-after");

test("what is missing is weighed by the people indicated, not by the months passed", () => {
  // 120 indicated, of them 3 by the end of month 3; nobody comes. Half of 3 at £100, and half of 120.
  const { ledgers } = runModel(
    scenario("guarantee-ramp", 12, {
      volume: { ...certain([1, 1, 1, ...Array(9).fill(13)]), factors: { nobody: { value: 0 } } },
      rulesets: [...library("per-start", "minimum-guarantee"), endAfter(3)],
      parameters: figures,
      policies: [
        policy("runs", ["per-start", "minimum-guarantee"]),
        policy("ends", ["per-start", "minimum-guarantee", "end-after"]),
      ],
    }),
    { paths: 4 },
  );
  expect([...ledgers.runs!.payment]).toEqual(Array(4).fill(600_000));
  expect([...ledgers.ends!.payment]).toEqual(Array(4).fill(15_000));
});

// 24 months of 10, of whom a share comes. A year of 120 is missing 108 − 120 share under the band, or has 120 share
// − 132 over it, at £200; the guarantee makes up 120 − 240 share at £100.
for (const [share, band, made] of [
  [0.2, 2 * (108 - 24) * 200, (120 - 48) * 100],
  [1.5, -2 * (180 - 132) * 200, 0],
  [1, 0, 0],
] as const) {
  test(`at ${share} of the indicative volume a band and the guarantee beside it pay what they pay alone`, () => {
    for (const id of ["band-retrospective", "band-clawback"]) {
      const { ledgers } = runModel(
        scenario("band-and-guarantee", 24, {
          volume: { ...certain(10), factors: { share: { value: share } } },
          rulesets: library("per-start", id, "minimum-guarantee"),
          parameters: figures,
          policies: [
            policy("plain", ["per-start"]),
            policy("band", ["per-start", id]),
            policy("both", ["per-start", id, "minimum-guarantee"]),
          ],
        }),
        { paths: 1 },
      );
      const [plain, banded, both] = ["plain", "band", "both"].map((name) => ledgers[name]!.payment[0]! / 100);
      expect(plain).toBe(240 * share * 100);
      expect(banded! - plain!).toBeCloseTo(id === "band-clawback" ? -band : band, 9);
      expect(both! - banded!).toBe(made);
    }
  });
}

test("what a budget had cut of it in one financial year is not taken back in the next", () => {
  // Two years from April, 120 indicated in each; a start is paid £1 and an outcome, believed certain and never reached,
  // £99. Nobody comes in the first year: 60 are made up at £100, of which the budget of £1,500 lets £1,500 through.
  // 240 come in the second, so that all that was paid goes back.
  const { ledgers } = runModel(
    scenario("guarantee-cut", 24, {
      volume: { ...certain(10), ramp: [...Array(12).fill(0), 2] },
      delivery: { startRate: 1, stages: [{ id: "jobOutcomes", rate: { value: 0, believed: 1 } }] },
      commissioner: { budgetPerFinancialYear: 1500 },
      rulesets: library("per-start", "single-outcome", "budget-of-year", "minimum-guarantee"),
      parameters: { startPrice: 1, jobOutcomePrice: 99, guaranteeShare: 0.5, settleMonths: 12 },
      policies: [
        policy("free", ["per-start", "single-outcome", "minimum-guarantee"]),
        policy("held", ["per-start", "single-outcome", "minimum-guarantee", "budget-of-year"]),
      ],
    }),
    { paths: 1 },
  );
  expect(ledgers.free!.payment[0]).toBe(24_000);
  expect(ledgers.held!.payment[0]).toBe(24_000);
});
