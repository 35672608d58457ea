import { expect, test } from "vitest";
import { followsOver, policy, scenario } from "./endings.ts";
import { binomial, sequences } from "./exact.ts";
import { certain, jobOutcomes, library } from "./library.ts";
import { deviation, runModel } from "./run-model.ts";

// rules/adjustment/validation-recovery.json. Seven months from April, 2 starts a month, half of them with an outcome at
// £1,000. Checks at the ends of June and September and in the last month, October; the error rate found is 0, 5 % (just
// tolerated) or 20 % (0.5, 0.2, 0.3). Recovery comes 90 days later; money is discounted at 10 %.
// Exact: binomial quarters × rates. 40,000 paths; each value within 4 standard errors.
const rates = [
  { value: 0, chance: 0.5 },
  { value: 0.05, chance: 0.2 },
  { value: 0.2, chance: 0.3 },
];
const checks = [
  { month: 3, months: 3 },
  { month: 6, months: 3 },
  { month: 7, months: 1 },
];
const { ledgers, measures } = runModel(
  scenario("library-validation", 7, {
    volume: certain(2),
    delivery: jobOutcomes(0.5),
    provider: { discountRate: 0.1 },
    drawn: {
      validationErrorRate: {
        type: "number",
        each: "month",
        unit: "share",
        sentence: "Error rate found.",
        value: {
          empirical: { values: rates.map((r) => r.value), weights: rates.map((r) => r.chance) },
        },
      },
    },
    rulesets: library("single-outcome", "validation-recovery"),
    policies: [
      policy("terms", ["single-outcome", "validation-recovery"], {
        jobOutcomePrice: 1000,
        outcomeTermDays: 0,
        toleratedErrorRate: 0.05,
        recoveryTermDays: 90,
      }),
    ],
  }),
  { paths: 40_000, seed: "library-validation" },
);

test("each quarter's payments are recovered at the rate found, once it is over what is tolerated", () => {
  const quarters = checks.map(({ months }) => binomial(2 * months, 0.5));
  const futures = sequences(rates, 3).flatMap(({ values, chance }) =>
    quarters[0]!.flatMap((p, a) =>
      quarters[1]!.flatMap((q, b) =>
        quarters[2]!.map((r, c) => ({ chance: chance * p * q * r, values, people: [a, b, c] })),
      ),
    ),
  );
  const recovered = (f: (typeof futures)[number]) =>
    f.people.reduce((sum, k, i) => sum + (f.values[i]! > 0.05 ? f.values[i]! * k * 100_000 : 0), 0);
  followsOver("recovered", ledgers.terms!.otherPayment, futures, (f) => -Math.round(recovered(f)) || 0);
  followsOver("payment", ledgers.terms!.payment, futures, (f) =>
    Math.round(100_000 * f.people.reduce((sum, k) => sum + k, 0) - recovered(f)),
  );
});

test("the recovery is discounted from three months after its quarter", () => {
  const worth = (month: number) => 1.1 ** (-month / 12);
  let exact = 0;
  for (let month = 1; month <= 7; month++) exact += 1000 * worth(month);
  for (const { month, months } of checks) exact -= 0.3 * 0.2 * 1000 * months * worth(month + 3);
  expect(deviation(measures.terms!.meanNpv, exact)).toBeLessThan(4);
});
