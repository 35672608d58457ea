import { describe, expect, test } from "vitest";
import { follows, occurs, policy, scenario } from "./endings.ts";
import { binomial, convolve, type Law } from "./exact.ts";
import { certain, jobOutcomes, library } from "./library.ts";
import { runModel } from "./run-model.ts";

// rules/adjustment/gain-pain-share.json. One start a month; outcomes in the same month with chance 0.4. The target is
// half of the year's starts, a sixth of it on either side is not shared, and what is beyond half of it neither. £500
// of £1,000 is paid for an outcome gained, £250 taken back for one missed, with a cap that binds or does not.
// Closed form: binomial years. 40,000 paths; each value within 4 standard errors.
const sharing = {
  targetPerStart: 0.5,
  outcomeValue: 1000,
  gainShare: 0.5,
  painShare: 0.25,
  deadZoneShare: 1 / 6,
  bandShare: 0.5,
};

describe("a year of 12 starts: target 6, dead zone 5 to 7, band 3 to 9", () => {
  const { ledgers } = runModel(
    scenario("gain-pain-year", 12, {
      volume: certain(1),
      delivery: jobOutcomes(0.4),
      rulesets: library("gain-pain-share"),
      policies: [
        policy("wide", ["gain-pain-share"], { ...sharing, mostShared: 5000 }),
        policy("capped", ["gain-pain-share"], { ...sharing, mostShared: 300 }),
      ],
    }),
    { paths: 40_000, seed: "gain-pain-year" },
  );
  // In pounds, for 0 to 12 outcomes.
  const wide = [-500, -500, -500, -500, -250, 0, 0, 0, 500, 1000, 1000, 1000, 1000];

  test.each([
    ["wide", wide],
    ["capped", wide.map((x) => Math.max(-300, Math.min(x, 300)))],
  ])("%s: every number of outcomes shares what is worked out by hand", (id, pounds) => {
    const { otherPayment, jobOutcomes: reached } = ledgers[id]!;
    expect(otherPayment.findIndex((pence, i) => pence !== 100 * pounds[reached[i]!]!)).toBe(-1);
    const chances = binomial(12, 0.4);
    for (const edge of [3, 4, 5, 7, 8, 9]) {
      occurs(`${edge} outcomes`, reached, chances[edge]!, (people) => people === edge);
    }
  });
});

test("two years and a half of random starts: each year apart, the last part in the last month", () => {
  const { ledgers } = runModel(
    scenario("gain-pain-years", 30, {
      volume: certain(1),
      delivery: jobOutcomes(0.4, 0.5),
      rulesets: library("gain-pain-share"),
      policies: [policy("terms", ["gain-pain-share"], { ...sharing, mostShared: 700 })],
    }),
    { paths: 40_000, seed: "gain-pain-years" },
  );
  const years = convolve(convolve(sharedOf(12), sharedOf(12)), sharedOf(6));
  follows("shared", ledgers.terms!.otherPayment, years);
});

/** The law of what some months share, in pence: starts are binomial, and outcomes of them. */
function sharedOf(months: number): Law {
  const law = new Map<number, number>();
  binomial(months, 0.5).forEach((p, starts) => {
    binomial(starts, 0.4).forEach((q, reached) => {
      const target = starts / 2;
      const gap = Math.abs(reached - target);
      const counted = Math.max(0, Math.min(gap, target / 2) - target / 6);
      const value = Math.min((reached > target ? 50_000 : 25_000) * counted, 70_000);
      // Brought to a millionth first: a gap that equals the dead zone shares nothing.
      const pence = Math.sign(reached - target) * Math.round(Math.round(value * 1e6) / 1e6) || 0;
      law.set(pence, (law.get(pence) ?? 0) + p * q);
    });
  });
  return law;
}
