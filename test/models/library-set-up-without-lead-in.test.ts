import { expect, it } from "vitest";
import { policy, scenario } from "./endings.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";

// rules/service-fee/set-up-by-lead-in where there is no lead-in: award and readiness fall in month 1, so both halves of
// 80 % of £5,000.01 are due in it, £4,000.01 together; a month late, the second half comes in month 2.
it.each([
  ["on the day", 0],
  ["a month late", 1],
])("pays both halves of the set-up fee without a lead-in, ready %s", (_, late) => {
  const file = ruleFile("set-up-by-lead-in");
  const { ledgers } = runModel(
    scenario("set-up-without-lead-in", 3, {
      volume: { indicative: 2, readyDelayMonths: late },
      costs: { setUp: 5000.01 },
      rulesets: [file],
      policies: [policy("set-up", [file.id])],
    }),
    { paths: 512 },
  );
  expect(new Set(ledgers["set-up"]!.serviceFee)).toEqual(new Set([Math.round(0.8 * 500_001)]));
});
