import { describe, expect, it } from "vitest";
import type { SolutionAbout } from "../../src/report/solution-about.ts";
import { aboutSolution } from "../../src/report/solution-about.ts";
import { solutionJson } from "../../src/report/solution-json.ts";
import { foundWords, solutionSentences } from "../../src/report/solution-sentences.ts";
import { solutionText } from "../../src/report/solution-text.ts";
import type { Estimate } from "../../src/sim/risk/estimate.ts";
import type { Solution } from "../../src/sim/solve/solve.ts";
import { shippedText } from "../laws/shipped-scenarios.ts";
import { flatShare, margin, revenue } from "../sim/solve/flat-share.ts";
import { checkedText, found, lossOf, marginOf, solved } from "../sim/solve/solved.ts";

const dps = checkedText(shippedText("dps-2017"));
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const chance = (value: number): Estimate => ({
  value,
  se: 0.005,
  low: value - 0.01,
  high: value + 0.01,
  unit: "probability",
});
const loss = lossOf(0.5);

/** A solution that is made up, for what is said of it. */
function about(name: string, parts: Partial<Solution>, policy = "both"): SolutionAbout {
  const { variable, place } = found(dps, name, policy);
  const scan = [0.7, 0.4].map((value, k) => ({ value: k, estimate: chance(value) }));
  const solution: Solution = {
    value: 0.83,
    low: 0.8,
    high: 0.86,
    reached: true,
    side: "from",
    until: null,
    whole: false,
    tolerance: 0.005,
    atValue: chance(0.499),
    now: chance(0.6),
    nearest: null,
    others: [],
    scan,
    isMonotone: true,
    paths: 20_000,
    ...parts,
  };
  return aboutSolution(dps, place, { variable, target: loss, solution, seed: "1" });
}
const said = (...of: Parameters<typeof about>) => plain(solutionSentences(about(...of)).join(" "));

describe("a solution in words", () => {
  it("says the value, how surely it is known, and what is so there and now", () => {
    expect(plain(foundWords(about("referralShare", {})))).toBe(
      "Referrals of 83 % of what was indicated or more bring the chance of a loss to 50 % or less. It lies between 80 % and 86 % of what was indicated (95 % interval, from 20,000 futures). There the chance of a loss is 49.9 % (48.9 % to 50.9 %).",
    );
    expect(said("referralShare", {})).toMatch(
      /Now it stands at \d+ % of what was indicated on average, and the chance of a loss is 60\.0 %/,
    );
  });

  it("writes a value that is nearly nothing with the digits that are known of it", () => {
    expect(
      plain(foundWords(about("referralShare", { value: 2.45e-5, low: 2.14e-5, high: 2.86e-5 }))),
    ).toMatch(
      /^Referrals of 0\.0025 % of what was indicated or more .* It lies between 0\.0021 % and 0\.0029 % of/,
    );
    expect(plain(foundWords(about("referralShare", { value: 0, low: 0, high: 0.00001 })))).toMatch(
      /^Referrals of 0 % .* It lies between 0 % and 0\.001 % of/,
    );
  });

  it("says what outcome rates come to", () => {
    // 23 % of starts at 13 weeks, with a factor of mean 0.97 × exp(0.25² ÷ 2) = 1.0008.
    expect(said("outcomeRateScale", { value: 1.2, low: 1.1, high: 1.3 })).toContain(
      "That is 27.6 % (25.3 % to 29.9 %) of starts for “13 weeks in work”, in place of 23.0 %.",
    );
  });

  it("names a term by its own sentence, and one that does not say what it is of by its name as well", () => {
    expect(said("price13Weeks", { value: 2780, low: 2700, high: 2860 })).toContain(
      "Price of an outcome at 13 weeks: £2,780 or more brings the chance of a loss to 50 % or less. It lies between £2,700 and £2,860",
    );
    expect(said("cancellationCap", { value: 900, low: 300, high: 1200, side: "upTo" })).toContain(
      "Cancellation cap (the most that is due): £900 or less brings the chance of a loss to 50 % or less.",
    );
    const none = { value: null, low: null, high: null, reached: false, side: null, atValue: null };
    expect(said("price13Weeks", none)).toMatch(
      /^Price of an outcome at 13 weeks: no value from £0 to £100,000 brings the chance/,
    );
  });

  it("counts months as people do, and says which month", () => {
    const months = { value: 3, low: 2, high: 4, side: "upTo" as const };
    expect(said("triggerMonths", months)).toContain(
      "Months running that give the right: 3 months or less brings the chance of a loss to 50 % or less. It lies between 2 and 4 months",
    );
    expect(said("triggerMonths", { ...months, value: 1 })).toContain("the right: 1 month or less brings");
    const month = { value: 4, low: 4, high: 6 };
    expect(said("triggerFromMonth", month)).toContain(
      "Trigger from month (first month that counts, from the opening of referrals): month 4 or later brings",
    );
    expect(said("triggerFromMonth", month)).toContain("It lies between month 4 and 6");
    expect(said("triggerFromMonth", { ...month, until: 9 })).toContain(
      "After about month 9 it no longer does.",
    );
  });

  it("says what stands in the file with all of its digits", () => {
    // The price of dps-2017 is £1,932.37 by its ruleset; the interval's grain is £100.
    expect(said("price13Weeks", { value: 2780, low: 2700, high: 2860 })).toContain(
      "Now it stands at £1,932.37,",
    );
  });

  it("names a figure before its amount", () => {
    expect(said("costs.setUp", { value: 4000, low: 3900, high: 4100, side: "upTo" })).toMatch(
      /^Set-up cost: £4,000 or less brings the chance of a loss to 50 % or less\./,
    );
  });

  it("says that an end of the interval is not known", () => {
    const { variable } = found(dps, "cancellationCap", "both");
    expect(said("cancellationCap", { value: 900, low: 300, high: variable.high })).toContain(
      "It is at least £300; these futures set no upper end (95 % interval, from 20,000 futures).",
    );
  });

  it("says that no value does it, and how near the best comes", () => {
    const none = { value: null, low: null, high: null, reached: false, side: null, atValue: null };
    const nearest = { value: 2, estimate: chance(0.55) };
    expect(said("referralShare", { ...none, nearest })).toContain(
      "No referrals from 0 % to 300 % of what was indicated bring the chance of a loss to 50 % or less. The nearest is 200 % of what was indicated, where it is 55.0 %",
    );
  });

  it("says that the whole range does it", () => {
    expect(
      said("guaranteeShare", { whole: true, value: 0, low: 0, high: 0 }, "minimum-guarantee-50"),
    ).toContain(
      "Share of the indicative referrals that is paid for in any case: any value from 0 % to 100 % brings the chance of a loss to 50 % or less. It is nearest to the limit at 0 %",
    );
  });

  it("says where it ceases to hold and where else the measure crosses", () => {
    const turned = { isMonotone: false, until: 1.5, others: [1.5, 2.25] };
    expect(said("referralShare", turned)).toContain(
      "Above about 150 % of what was indicated it no longer does.",
    );
    expect(said("referralShare", turned)).toContain(
      "also crosses the limit at about 150 % of what was indicated and 225 % of what was indicated; the value above is the crossing nearest to what holds now.",
    );
    expect(said("referralShare", { isMonotone: false })).toContain("no other crossing of the limit was seen");
  });
});

describe("above the neutral share", () => {
  const text = flatShare({ counts: "expected", ratio: 0.7, fixed: 0.5, share: 0.1 });
  const asked = { paths: 4, look: { paths: 4, parts: 5 } };
  const neutral = (1 - margin) * 0.5 + margin;
  const told = async (limit: number) => {
    const checked = checkedText(text);
    const { variable, place } = found(checked, "serviceFeeShare");
    const target = marginOf(limit);
    const solution = await solved(checked, "serviceFeeShare", target, asked);
    return aboutSolution(checked, place, { variable, target, solution, seed: "1" });
  };

  it("the provider gains when referrals fall, and it is said", async () => {
    // At the neutral share the provider keeps its planned margin at any volume: to keep more it needs a higher share.
    const above = await told(margin * revenue + 100);
    expect(above.solution.value!).toBeGreaterThan(neutral);
    expect(plain(solutionText(above, 1000))).toContain(
      "This is above the volume-neutral share of 54.0 %: with it the provider gains when referrals fall.",
    );
    expect(solutionJson(above)).toMatchObject({ aboveNeutralShare: true });
    const below = await told(margin * revenue - 100);
    expect(below.solution.value!).toBeLessThan(neutral);
    expect(plain(solutionText(below, 1000))).toContain(
      "above it the provider would gain when referrals fall",
    );
    expect(solutionJson(below)).toMatchObject({ aboveNeutralShare: false });
  });
});

it("as data a solution begins with what is promised of it", () => {
  const json = solutionJson(about("setUpFeeShare", {}));
  expect(Object.entries(json).slice(0, 7)).toEqual([
    ["schema", "riskshare.solution/1"],
    ["parameter", "setUpFeeShare"],
    ["value", 0.83],
    ["low", 0.8],
    ["high", 0.86],
    ["unit", "share"],
    ["reached", true],
  ]);
});
