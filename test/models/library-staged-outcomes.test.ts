import { it } from "vitest";
import { follows, policy, scenario } from "./endings.ts";
import { convolve, type Law } from "./exact.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";

// rules/outcome-payment/staged-13-26-52 (£900, £1,100, £1,300). Three people start in each of 2 months. Half reach 13
// weeks, 4 or 6 months on (0.6, 0.4); of these 80 % 26 weeks, 3 months on; of these 70 % 52 weeks, 6 or 8 months on
// (evenly), by month 16 or not at all. A tenth of the outcomes at 13 weeks is never claimed, which stops no later one.
// Exact: each person's payment by enumeration, six people by convolution. 50,000 paths; no value but the law's, each
// within 4 standard errors.
const LAST = 16;

function personOf(start: number): Law {
  const law = new Map<number, number>();
  const put = (pounds: number, chance: number) =>
    law.set(100 * pounds, (law.get(100 * pounds) ?? 0) + chance);
  put(0, 0.5);
  for (const [first, chance] of [
    [4, 0.5 * 0.6],
    [6, 0.5 * 0.4],
  ] as const) {
    for (const [claimed, share] of [
      [900, 0.9],
      [0, 0.1],
    ] as const) {
      put(claimed, chance * share * 0.2);
      put(claimed + 1100, chance * share * 0.8 * 0.3);
      for (const last of [6, 8]) {
        const reached = start + first + 3 + last <= LAST;
        put(claimed + 1100 + (reached ? 1300 : 0), chance * share * 0.8 * 0.7 * 0.5);
      }
    }
  }
  return law;
}

it("pays each stage of each person after its own delay", () => {
  const staged = ruleFile("staged-13-26-52");
  const delay = (values: number[], weights: number[]) => ({ empirical: { values, weights } });
  const { ledgers } = runModel(
    scenario("staged-outcomes", 2, {
      contract: { lastMonth: LAST },
      volume: { indicative: 3, counts: "certain" },
      delivery: {
        startRate: 1,
        stages: [
          { id: "outcomes13Weeks", rate: 0.5, delayMonths: delay([4, 6], [0.6, 0.4]), claimedShare: 0.9 },
          { id: "outcomes26Weeks", of: "outcomes13Weeks", rate: 0.8, delayMonths: 3 },
          { id: "outcomes52Weeks", of: "outcomes26Weeks", rate: 0.7, delayMonths: delay([6, 8], [0.5, 0.5]) },
        ],
      },
      rulesets: [staged],
      policies: [policy("staged", [staged.id])],
    }),
    { paths: 50_000, seed: "library-staged-outcomes" },
  );
  const six = [1, 1, 1, 2, 2, 2].map(personOf).reduce((sum, person) => convolve(sum, person));
  follows("payment", ledgers.staged!.payment, six);
});
