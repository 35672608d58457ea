import { describe, expect, it } from "vitest";
import { openRun } from "../../../src/sim/run-spec.ts";
import { findVariable } from "../../../src/sim/solve/find-variable.ts";
import { type Solution, solve } from "../../../src/sim/solve/solve.ts";
import type { Target } from "../../../src/sim/solve/target.ts";
import { openTrials } from "../../../src/sim/solve/trials.ts";
import { shippedRulesets, shippedText } from "../../laws/shipped-scenarios.ts";

const rest = async () => undefined;

/** Solves for a variable of a scenario that is written out, or shipped. */
async function solved(
  text: string,
  name: string,
  target: Target,
  { policy, paths = 4096, seed = "solve" }: { policy?: string; paths?: number; seed?: string } = {},
): Promise<Solution> {
  const format = text.startsWith("{") ? "json" : "yaml";
  const { checked, problems } = openRun({
    name: "scenario",
    text,
    format,
    library: shippedRulesets(),
    changes: {},
    seed,
  });
  if (checked === undefined) throw new Error(JSON.stringify(problems));
  const { found, problem } = findVariable(checked, name, policy);
  if (found === undefined) throw new Error(JSON.stringify(problem));
  const trials = openTrials({ checked, ...found, metric: target.metric, seed, rest });
  try {
    return await solve(found.variable, target, trials, paths);
  } finally {
    trials.close();
  }
}

// Revenue at plan £10,000: 10 people a month over 10 months at £100 a start. Fixed cost is half of what is left after a
// margin of 8 %: 0.92 × 0.5 × £10,000 = £4,600, the rest £46 a start. Referrals are 70 % of plan.
const flat = (counts: "expected" | "drawn") =>
  JSON.stringify({
    id: "flat",
    title: "A flat share",
    contractStart: "2024-04-01",
    counts,
    paths: 1000,
    contract: { lastReferralMonth: 10 },
    volume: { indicative: 10, factors: { shortfall: 0.7 } },
    delivery: { startRate: 1, stages: [{ id: "jobs", rate: 0, delayMonths: 1 }] },
    costs: { perMonth: 460, perStart: 46 },
    policies: [
      {
        id: "flat",
        title: "Flat share",
        rulesets: ["flat-share", "per-start"],
        parameters: { startPrice: 100, serviceFeeShare: 0.1, serviceFeeMonths: 10 },
      },
    ],
  });
const breakEven: Target = { metric: "meanMargin", at: "least", limit: 0 };

describe("closed forms", () => {
  // Profit ÷ £10,000 = s + 0.7 (1 − s) − 0.92 (0.5 + 0.5 × 0.7) = 0.3 s − 0.082.
  // Instalments of a fee are whole pence, £0.005 of rounding in all, which a slope of £3,000 (£7,300) turns into the root.
  it("the break-even share of a flat service fee, to the rounding of its instalments", async () => {
    const { value, reached, side, isMonotone } = await solved(
      flat("expected"),
      "serviceFeeShare",
      breakEven,
      { paths: 4 },
    );
    expect([reached, side, isMonotone]).toEqual([true, "from", true]);
    expect(Math.abs(value! - 0.082 / 0.3)).toBeLessThan(0.005 / 3000);
  });

  // At s = 0.1: profit = κ (0.1 + 0.7 × 0.9) − 0.782, with prices κ times as high, so κ = 0.782 ÷ 0.73.
  it("the scale of all unit prices that breaks even", async () => {
    const { value } = await solved(flat("expected"), "priceScale", breakEven, { paths: 4 });
    expect(Math.abs(value! - 0.782 / 0.73)).toBeLessThan(0.005 / 7300);
  });

  // With r of plan: 0.1 + 0.9 r − 0.92 (0.5 + 0.5 r) = 0.44 r − 0.36.
  it("the referrals that break even, a figure of the world", async () => {
    const { value } = await solved(flat("expected"), "volume.factors.shortfall", breakEven, { paths: 4 });
    expect(Math.abs(value! - 0.36 / 0.44)).toBeLessThan(1e-9);
  });

  it("with drawn people the interval of the share holds the closed form", async () => {
    // Poisson referrals of mean 70: the margin is £10,000 × (0.3 s − 0.082) on average all the same.
    let held = 0;
    for (let seed = 0; seed < 12; seed++) {
      const { value, low, high } = await solved(flat("drawn"), "serviceFeeShare", breakEven, {
        paths: 512,
        seed: `drawn ${seed}`,
      });
      const truth = 0.082 / 0.3;
      expect(Math.abs(value! - truth)).toBeLessThan(1.2 * (high! - low!));
      if (low! <= truth && truth <= high!) held += 1;
    }
    // 95 % of 12, less what chance may take: P(8 or fewer of 12 at 0.95) is under 2 in 1,000.
    expect(held).toBeGreaterThanOrEqual(9);
  });
});

describe("values are tried on the same futures", () => {
  it.each(["guaranteeShare", "priceScale", "costs.setUp"])(
    "%s gives the same alone as among others",
    async (name) => {
      const text = shippedText("dps-2017");
      const { checked } = openRun({
        name: "s",
        text,
        format: "yaml",
        library: shippedRulesets(),
        changes: {},
        seed: "x",
      });
      const { found } = findVariable(checked!, name, undefined);
      const { variable, place } = found!;
      const trials = openTrials({
        checked: checked!,
        place,
        variable,
        metric: "meanMargin",
        seed: "x",
        rest,
      });
      const value = variable.current * 1.1;
      const [alone] = await trials.at([value], 1024);
      const among = await trials.at([variable.current * 0.9, value, variable.current * 1.2], 1024);
      trials.close();
      expect(among[1]).toEqual(alone);
      expect(among[0]!.estimate.value).not.toBe(alone!.estimate.value);
    },
  );
});

describe("what a solution says", () => {
  const loss = (limit: number): Target => ({ metric: "probabilityOfLoss", at: "most", limit });

  it("that no value in range does it", async () => {
    const { value, low, high, reached } = await solved(
      shippedText("dps-2017"),
      "cancellationCap",
      loss(0.1),
      { paths: 2048 },
    );
    expect([value, low, high, reached]).toEqual([null, null, null, false]);
  });

  it("the same root as trying values one by one", async () => {
    const text = shippedText("dps-2017");
    const target = loss(0.5);
    const { value, low, high } = await solved(text, "guaranteeShare", target, { paths: 4096 });
    const { checked } = openRun({
      name: "s",
      text,
      format: "yaml",
      library: shippedRulesets(),
      changes: {},
      seed: "solve",
    });
    const { found } = findVariable(checked!, "guaranteeShare", undefined);
    const trials = openTrials({ checked: checked!, ...found!, metric: target.metric, seed: "solve", rest });
    const around = Array.from({ length: 21 }, (_, k) => value! + ((k - 10) / 10) * (high! - low!));
    const tried = await trials.at(around, 4096);
    trials.close();
    const first = tried.find(({ estimate }) => estimate.value! <= 0.5)!;
    // Trying every tenth of the interval, the first that does it lies within two steps.
    expect(Math.abs(first.value - value!)).toBeLessThan(0.21 * (high! - low!));
  });

  it("that the measure turns back, where it does", async () => {
    // A loss grows rarer with a fee, then more common again as unit prices fall below what people cost.
    const { isMonotone } = await solved(shippedText("dps-2017"), "serviceFeeShare", loss(0.5), {
      paths: 4096,
    });
    expect(isMonotone).toBe(false);
  });
});
