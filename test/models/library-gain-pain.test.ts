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

describe("outcomes that lag behind starts", () => {
  // 1, 2, …, 24 starts in months 1 to 24, all with an outcome so many months later; the target is half of the starts
  // compared, and half of £1,000 is shared on either side of it, without a dead zone or an edge.
  const starts = Array.from({ length: 24 }, (_, m) => m + 1);
  const shared = (delay: number, lag: number) => {
    const startsOf = (month: number) => starts[month - 1] ?? 0;
    const years = Array.from({ length: 4 }, (_, y) => {
      const of = Array.from({ length: 12 }, (_, m) => 12 * y + m + 1);
      return of.reduce((sum, m) => sum + startsOf(m - delay) - 0.5 * startsOf(m - lag), 0);
    });
    return years.reduce((sum, over) => sum + 0.5 * 1000 * over, 0);
  };

  test.each([
    [0, 0],
    [3, 3],
    [6, 6],
    [9, 9],
    [12, 12],
    [18, 18],
    [24, 24],
    // What is brought down: 5 to 3, 23.9 to 18; and a lag that is not the delay.
    [3, 5, 3],
    [18, 23.9, 18],
    [12, 6],
  ])("a delay of %d months and a lag of %d", (delay, given, lag = given) => {
    const { ledgers } = runModel(
      scenario("gain-pain-lag", 24, {
        contract: { lastMonth: 48 },
        volume: certain(starts),
        delivery: { startRate: 1, stages: [{ id: "jobOutcomes", rate: 1, delayMonths: delay }] },
        rulesets: library("gain-pain-share"),
        policies: [
          policy("terms", ["gain-pain-share"], {
            targetPerStart: 0.5,
            outcomeLagMonths: given,
            outcomeValue: 1000,
            deadZoneShare: 0,
            bandShare: 10,
            mostShared: 10_000_000,
          }),
        ],
      }),
      { paths: 1 },
    );
    expect(ledgers.terms!.payment[0]! / 100).toBe(shared(delay, lag));
  });

  test("a provider exactly on target with a delay of a year pays nothing, and without the lag a year's pain", () => {
    const { ledgers } = runModel(
      {
        ...scenario("on-target", 24, {
          contract: { lastMonth: 36 },
          volume: { indicative: 10 },
          delivery: { startRate: 1, stages: [{ id: "jobOutcomes", rate: 0.39, delayMonths: 12 }] },
          rulesets: library("gain-pain-share"),
          policies: [
            policy("lag", ["gain-pain-share"], { outcomeLagMonths: 12 }),
            policy("no-lag", ["gain-pain-share"]),
          ],
        }),
        counts: "expected",
      },
      { paths: 1 },
    );
    expect(ledgers.lag!.payment[0]).toBe(0);
    // 20 % of a target of 46.8 outcomes at £600; in the third year, without starts or a target, nothing is shared.
    expect(ledgers["no-lag"]!.payment[0]! / 100).toBeCloseTo(-0.2 * 46.8 * 600, 6);
  });
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
