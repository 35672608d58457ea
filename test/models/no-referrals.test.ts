import { expect, test } from "vitest";
import { deviation, runModel } from "./run-model.ts";
import { flatFee, model } from "./terms.ts";

// Model: 2 Poisson referrals a month for 6 months times a factor that is 0.1 (30 %) or 1.2 (70 %); with chance 0.1
// none ever come; a flat fee of £600 a month is paid whatever happens.
// Closed form: P(N = n) = 0.1·[n = 0] + 0.9·(0.3·Poisson(1.2; n) + 0.7·Poisson(14.4; n)). 100,000 paths; 4 standard
// errors, the fee to the penny.
const paths = 100_000;
const { measures, ledgers } = runModel(
  model("no-referrals", 6, {
    volume: {
      indicative: 2,
      chanceOfNone: 0.1,
      factors: {
        ratio: {
          mixture: [
            { weight: 0.3, distribution: { fixed: 0.1 } },
            { weight: 0.7, distribution: { fixed: 1.2 } },
          ],
        },
      },
    },
    rulesets: [flatFee(600, 6)],
  }),
  { paths, seed: "no-referrals" },
);

test("the number of referrals is a mixture with an atom at none", () => {
  let [few, many] = [Math.exp(-1.2), Math.exp(-14.4)];
  const { referrals } = ledgers.terms!;
  for (let n = 0; n <= 20; n++) {
    const chance = (n === 0 ? 0.1 : 0) + 0.9 * (0.3 * few + 0.7 * many);
    const share = referrals.filter((count) => count === n).length / paths;
    expect(deviation({ value: share, se: Math.sqrt((chance * (1 - chance)) / paths) }, chance)).toBeLessThan(
      4,
    );
    few *= 1.2 / (n + 1);
    many *= 14.4 / (n + 1);
  }
});

test("what is paid with no one referred is the fee times the chance of none", () => {
  const { meanPaidWithNoReferral: paid, meanServiceFee } = measures.terms!;
  expect(meanServiceFee!.value).toBe(3600);
  const none = 0.1 + 0.9 * (0.3 * Math.exp(-1.2) + 0.7 * Math.exp(-14.4));
  expect(deviation(paid, 3600 * none)).toBeLessThan(4);
});
