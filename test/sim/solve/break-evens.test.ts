import { describe, expect, it } from "vitest";
import { breakEvenQuestions, lackingTerms } from "../../../src/sim/solve/break-even-questions.ts";
import { breakEvens } from "../../../src/sim/solve/break-evens.ts";
import { shippedText } from "../../laws/shipped-scenarios.ts";
import { checkedText, rest, solved } from "./solved.ts";

const dps = checkedText(shippedText("dps-2017"));
const placeOf = (id: string) => dps.policies.findIndex(({ spec }) => spec.id === id);
const limits = { leastMeanMargin: 0, mostProbabilityOfLoss: 0.5 };
const always = [
  "referrals",
  "outcomeRates",
  "prices",
  "price:startPrice",
  "price:price13Weeks",
  "price:price26Weeks",
];

describe("the break-evens of a policy", () => {
  it.each([
    ["today", [...always, "setUp"]],
    ["exit-right", [...always, "setUp"]],
    ["both", [...always, "serviceFee", "cancellationFee", "setUp"]],
    ["flat-service-fee", [...always, "serviceFee", "setUp"]],
    ["minimum-guarantee-50", [...always, "guarantee", "setUp"]],
  ])("of %s are those that its terms allow", (policy, ids) => {
    expect(breakEvenQuestions(dps, placeOf(policy), limits).map(({ id }) => id)).toEqual(ids);
  });

  it("ask how large a term that it lacks would have to be, under the first policy that has it", () => {
    const lacking = (policy: string) =>
      lackingTerms(dps, placeOf(policy), limits).map(({ place, question }) => [
        question.id,
        dps.policies[place]!.spec.id,
      ]);
    expect(lacking("today")).toEqual([
      ["serviceFee", "flat-service-fee"],
      ["serviceFee", "service-fee-by-lead-in"],
      ["cancellationFee", "cancellation-fee"],
      ["guarantee", "minimum-guarantee-50"],
    ]);
    expect(lacking("both")).toEqual([["guarantee", "minimum-guarantee-50"]]);
  });

  it("are those of single solutions on the same futures", async () => {
    const paths = 2048;
    const all = await breakEvens({
      checked: dps,
      place: placeOf("both"),
      limits,
      paths,
      seed: "solve",
      rest,
    });
    for (const { id, place, variable, target, solution } of all) {
      expect(solution.tolerance ?? 0).toBeLessThanOrEqual(
        0.1001 * ((solution.high ?? 0) - (solution.low ?? 0)),
      );
      if (place !== placeOf("both")) continue;
      if (!["referrals", "price:startPrice", "setUp"].includes(id)) continue;
      const alone = await solved(dps, variable.name, target, { policy: "both", paths });
      expect([id, solution.reached, solution.side]).toEqual([id, alone.reached, alone.side]);
      // Each is known to a tenth of its interval.
      expect(Math.abs(solution.value! - alone.value!)).toBeLessThanOrEqual(0.2 * (alone.high! - alone.low!));
    }
  });
});
