import { expect, test } from "vitest";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { checkModel } from "./run-model.ts";
import { comparedOn } from "./solved-by.ts";
import { flatFee, model, perStart } from "./terms.ts";

// Model: 10 certain starts at £4,000, so £40,000 × scale, and a set-up cost that is lognormal with median £40,000 and
// sdlog 0.3; under the second policy a fee of £4,000 on top. The chance of a loss is P(cost > income): it is 0.2 where
// income is the cost's 80 % quantile, 40,000 × exp(0.3 × 0.8416212) = £51,489. 10,000 paths; 4 standard errors of a
// sample quantile: sqrt(0.2 × 0.8 ÷ n) ÷ density, where the density of log cost at the quantile is φ(0.8416) ÷ 0.3.
const paths = 10_000;
const z = 0.8416212335729143;
const income = 40_000 * Math.exp(0.3 * z);
const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / 0.3 / income;
const se = Math.sqrt((0.2 * 0.8) / paths) / density / 40_000;

const solve = (checked: CheckedScenario, n = paths) =>
  comparedOn(checked, "same-requirement", { paths: n, seed: "same-requirement" });

const setUp = (target: number) =>
  checkModel(
    model("same-requirement", 1, {
      volume: { indicative: 10, counts: "certain" },
      costs: { setUp: { lognormal: { median: 40_000, sdlog: 0.3 } } },
      requirement: { measure: "probabilityOfLoss", target },
      rulesets: [perStart(4000), flatFee(4000, 1)],
      policies: [
        { id: "plain", title: "Plain", rulesets: ["per-start"] },
        { id: "fee", title: "Fee", rulesets: ["per-start", "flat-fee"] },
      ],
    }),
  );

test("a target for the chance of a loss is met by the scale that the closed form gives", async () => {
  const policies = await solve(setUp(0.2));
  const [plain, fee] = policies as [(typeof policies)[0], (typeof policies)[0]];
  for (const policy of policies) {
    expect(policy.basisReached).toBe(true);
    expect(Math.abs(policy.metrics.probabilityOfLoss!.value! - 0.2)).toBeLessThanOrEqual(0.5 / paths + 1e-9);
  }
  expect(Math.abs(plain.priceScale - income / 40_000)).toBeLessThan(4 * se);
  expect(Math.abs(fee.priceScale - (income - 4000) / 40_000)).toBeLessThan(4 * se);
});

test("few paths reach a target to within half a path", async () => {
  const policies = await solve(setUp(0.205), 100);
  expect(policies.map((policy) => policy.basisReached)).toEqual([true, true]);
});

test("a target between two flats is said not to be reached, and the nearer flat is shown", async () => {
  // The cost is £30,000 or £60,000, evenly: the chance of a loss is 1, 0.5 or 0 at scales under 0.75, under 1.5, above.
  const checked = checkModel(
    model("flats", 1, {
      volume: { indicative: 10, counts: "certain" },
      costs: { setUp: { empirical: { values: [30_000, 60_000] } } },
      requirement: { measure: "probabilityOfLoss", target: 0.1 },
      rulesets: [perStart(4000)],
    }),
  );
  const policy = (await solve(checked))[0]!;
  expect(policy.basisReached).toBe(false);
  expect(policy.metrics.probabilityOfLoss!.value).toBe(0);
  expect(policy.priceScale).toBeGreaterThanOrEqual(1.5);
});
