import { expect, test } from "vitest";
import { endsWhen, policy, scenario } from "./endings.ts";
import { certain, library } from "./library.ts";
import { runModel } from "./run-model.ts";
import { where } from "./terms.ts";

// What the commissioner made counts against what it indicated, whoever could not take it: referrals accepted, refused by
// the provider, or turned away as no place was left. Certain referrals, so that every path is the same.
const triggers = ["exit-right", "below-half-to-date"];
const months = (volume: Record<string, unknown>) =>
  triggers.map((trigger) => {
    const { ledgers } = runModel(
      scenario("made", 12, {
        volume: { ...certain(10), ...volume },
        costs: { perMonth: 3000, posts: { count: 1, costPerYear: 30_000 } },
        rulesets: library("per-start", "breakage-on-notice", trigger),
        policies: [policy("ends", ["per-start", "breakage-on-notice", trigger])],
      }),
      { paths: 1 },
    );
    return ledgers.ends!.endMonth?.[0];
  });
const fewer = { factors: { fewer: { value: 0.4 } } };

test("a provider that refuses six of ten has no exit and triggers no end", () => {
  expect(months({ capacityPerMonth: 4 })).toEqual([0, 0]);
  // Four made of ten are under half: from month 4 three months and a cure of one; from month 6 three months.
  expect(months(fewer)).toEqual([7, 8]);
});

test("referrals for which no place is left, and places all taken, trigger no end", () => {
  // 16 places are taken in month 4, after which four a month are turned away, or nobody is sent.
  expect(months({ ...fewer, places: 16 })).toEqual([0, 0]);
  expect(months({ ...certain(10), ramp: [0.4, 0.4, 0.4, 0.4, 0], places: 16 })).toEqual([0, 0]);
  expect(months({ ...certain(10), ramp: [0.4, 0.4, 0.4, 0.4, 0], places: 17 })).toEqual([7, 8]);
});

// 60 places for 30 a year, all of them taken in the first. The band pays £200 for each under 27 or takes it back for
// each over 33; the yearly test and the test to date charge £150 for each under 24 a year or 48 in all; the guarantee
// makes up 30 of 60 at £400.
const terms = ["band-retrospective", "band-clawback", "yearly-test", "to-date", "minimum-guarantee"];
const atEnd = endsWhen({ all: [where("month", "equal", 24)] }, {}, "at-end");
function paid(volume: Record<string, unknown>) {
  const bound = (id: string) => ["per-start", id, "always-commissioner", "at-end"];
  const { ledgers } = runModel(
    scenario("places", 24, {
      volume: { ...certain(2.5), ...volume },
      rulesets: [...library("per-start", "always-commissioner", ...terms), atEnd],
      policies: [policy("none", ["per-start"]), ...terms.map((id) => policy(id, bound(id)))],
    }),
    { paths: 1 },
  );
  return terms.map((id) => (ledgers[id]!.payment[0]! - ledgers.none!.payment[0]!) / 100);
}
const [over, under] = [27 * 200, 27 * 200];

test("where all places are taken nothing is missing, whether people are turned away or nobody is sent", () => {
  expect(paid({ ramp: [2], places: 60 })).toEqual([-over, over, 0, 0, 0]);
  expect(paid({ ramp: [...Array(12).fill(2), 0], places: 60 })).toEqual([-over, over, 0, 0, 0]);
});

test("where a place is left, what is not made is missing", () => {
  expect(paid({ ramp: [...Array(12).fill(2), 0], places: 61 })).toEqual([0, 0, 24 * 150, 0, 0]);
  // Nobody in either year.
  expect(paid({ ramp: [0], places: 61 })).toEqual([2 * under, -2 * under, 48 * 150, 48 * 150, 30 * 400]);
});
