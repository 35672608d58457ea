import { describe, expect, it } from "vitest";
import { openTrials } from "../../../src/sim/solve/trials.ts";
import { shippedText } from "../../laws/shipped-scenarios.ts";
import { flatShare } from "./flat-share.ts";
import { checkedText, found, lossOf, marginOf, rest, solved } from "./solved.ts";

const dps = checkedText(shippedText("dps-2017"));

describe("the interval of a solution", () => {
  it("holds the closed form in 19 of 20 runs", async () => {
    // Poisson referrals of mean 70: the margin is £10,000 × (0.3 s − 0.082) on average all the same.
    const truth = 0.082 / 0.3;
    const text = flatShare({ counts: "drawn", ratio: 0.7, fixed: 0.5, share: 0.1 });
    let held = 0;
    for (let seed = 0; seed < 12; seed++) {
      const { value, low, high } = await solved(text, "serviceFeeShare", marginOf(0), {
        paths: 2048,
        seed: `drawn ${seed}`,
        look: { paths: 512, parts: 5 },
      });
      expect(Math.abs(value! - truth)).toBeLessThan(1.2 * (high! - low!));
      if (low! <= truth && truth <= high!) held += 1;
    }
    // 95 % of 12, less what chance may take: P(8 or fewer of 12 at 0.95) is under 2 in 1,000.
    expect(held).toBeGreaterThanOrEqual(9);
  });

  it.each([
    ["serviceFeeShare", lossOf(0.5), undefined],
    ["guaranteeShare", lossOf(0.5), undefined],
    ["cancellationCap", marginOf(-150), "both"],
    ["referralShare", marginOf(0), "both"],
  ] as const)("of %s is ten times as wide as the solution is off, at most", async (name, target, policy) => {
    const asked = { paths: 8192, look: { paths: 2048, parts: 8 }, ...(policy && { policy }) };
    const { value, low, high, tolerance, side } = await solved(dps, name, target, asked);
    expect(tolerance!).toBeLessThanOrEqual(0.1 * (high! - low!));
    // On these futures the target is met at the value and not a tolerance beyond it.
    const { variable, place } = found(dps, name, policy);
    const trials = openTrials({ checked: dps, place, variable, metric: target.metric, seed: "solve", rest });
    const beyond = value! + (side === "from" ? -tolerance! : tolerance!);
    const [at, past] = (await trials.at([value!, beyond], 8192)).map(({ estimate }) => estimate.value!);
    trials.close();
    const isMet = (x: number) => (target.at === "most" ? x <= target.limit : x >= target.limit);
    expect([isMet(at!), isMet(past!)]).toEqual([true, false]);
  });
});

describe("values are tried on the same futures", () => {
  it.each(["guaranteeShare", "priceScale", "costs.setUp", "referralShare", "outcomeRateScale"])(
    "%s gives the same alone as among others",
    async (name) => {
      const { variable, place } = found(dps, name);
      const trials = openTrials({ checked: dps, place, variable, metric: "meanMargin", seed: "x", rest });
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
  const look = { paths: 2048, parts: 16 };

  it("that no value in range does it, and how near the best comes", async () => {
    const { value, low, high, reached, nearest } = await solved(dps, "cancellationCap", lossOf(0.1), {
      look,
    });
    expect([value, low, high, reached]).toEqual([null, null, null, false]);
    expect(nearest!.estimate.value!).toBeGreaterThan(0.1);
  });

  it("that the whole range does it, and where most narrowly", async () => {
    const fee = await solved(dps, "cancellationCap", marginOf(-5000), { policy: "both", paths: 1024 });
    expect([fee.reached, fee.whole, fee.side, fee.value]).toEqual([true, true, "from", 0]);
    const cost = await solved(dps, "costs.setUp", lossOf(1), { policy: "both", paths: 1024 });
    expect([cost.reached, cost.whole, cost.side, cost.value]).toEqual([true, true, "upTo", 50_000]);
  });

  it("that the measure turns back, where it ceases to be met again and where else it crosses", async () => {
    // More outcomes earn more, until the value called off is spent and each further one only costs.
    const { isMonotone, value, until, others, side, scan } = await solved(
      dps,
      "outcomeRateScale",
      marginOf(0),
      {
        policy: "both",
        paths: 4096,
        look: { paths: 1024, parts: 12 },
      },
    );
    expect([isMonotone, side]).toEqual([false, "from"]);
    expect(others.length).toBeGreaterThan(0);
    expect(until).toBe(Math.min(...others.filter((other) => other > value!)));
    const between = scan.find((trial) => trial.value > value! && trial.value < until!)!;
    expect(between.estimate.value!).toBeGreaterThan(0);
    expect(scan.at(-1)!.estimate.value!).toBeLessThan(0);
  });

  it("nothing of another crossing where the measure rises throughout", async () => {
    const { isMonotone, others, until } = await solved(dps, "priceScale", marginOf(0), { paths: 1024 });
    expect([isMonotone, others, until]).toEqual([true, [], null]);
  });
});
