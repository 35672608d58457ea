import { describe, expect, it } from "vitest";
import { barWords } from "../../src/notebook/bar-words.ts";
import { folded, panelTitles } from "../../src/notebook/charts/folded.ts";
import { axisPounds } from "../../src/notebook/charts/series.ts";
import { plainNumber } from "../../src/notebook/plain-number.ts";
import { inPoints } from "../../src/notebook/points.ts";
import { againstFirst, intervalWidth } from "../../src/notebook/sentences.ts";
import { shownEstimate } from "../../src/report/shown-estimate.ts";
import { type Estimate, exactly } from "../../src/sim/risk/estimate.ts";
import { madeComparison } from "../report/made-comparison.ts";

const fixed = "\u00a0";

describe("what a policy does against the first", () => {
  const made = (title: string, differences: Record<string, readonly [number, number]>) =>
    madeComparison([
      { title: "No fee, no right", measures: { probabilityOfLoss: [0.71654, 0.0002] } },
      { title, measures: { probabilityOfLoss: [0.552, 0.004] }, differences },
    ]);

  it("names both as they are called, with one verb and as many digits for both chances", () => {
    const comparison = made("With “a right”", { probabilityOfLoss: [-0.16, 0.004], meanBill: [100, 10] });
    expect(againstFirst(comparison, "p1")).toBe(
      `Against “No fee, no right”, “With ‘a right’” lowers the provider’s chance of a loss from 71.7${fixed}% to 55.2${fixed}%, for £100 more a contract.`,
    );
  });

  it("says that nothing differs where nothing does", () => {
    expect(againstFirst(made("Same", {}), "p1")).toMatch(
      /^Nothing differs between “No fee, no right” and “Same”/,
    );
  });

  it("has the interval of the table in the bar", () => {
    const comparison = made("Same", {});
    const { probabilityOfLoss } = comparison.policies[1]!.metrics;
    const { interval } = shownEstimate(probabilityOfLoss!);
    expect(intervalWidth(comparison, "p1")).toBe(`chance of a loss known to ${interval}${fixed}points`);
  });
});

describe("what the bar of a run says", () => {
  const state = { phase: "stopped", done: 2560, of: 200_000, message: "" } as const;

  it("says which futures what is shown is of, where more are at work or were stopped", () => {
    const refining = { ...state, phase: "refining", done: 98_816, of: 100_000, shown: 20_480 } as const;
    expect(barWords(refining)).toBe("Refining: 98,816 of 100,000 futures; what is shown is of 20,480");
    expect(barWords({ ...refining, phase: "stopped" })).toBe(
      "Stopped: 98,816 of 100,000 futures; what is shown is of 20,480",
    );
    const done = { ...refining, phase: "done", done: 100_000, shown: 100_000 } as const;
    expect(barWords(done)).toBe("Done: 100,000 of 100,000 futures");
    expect(barWords({ ...refining, shown: 0 })).toBe("Refining: 98,816 of 100,000 futures");
  });

  it("counts futures only where the run has come to some", () => {
    expect(barWords(state, "±0.2")).toBe("Stopped: 2,560 of 200,000 futures, ±0.2");
    expect(barWords({ ...state, done: 0 }, "±0.2")).toBe("Stopped before a first answer");
    expect(barWords({ ...state, phase: "problems", done: 0 }, "±0.2")).toBe("It cannot be run:");
    expect(barWords({ ...state, phase: "failed", message: "no room" })).toBe("The run failed: no room");
  });
});

describe("numbers", () => {
  it("are points where they are a percentage less another", () => {
    const difference: Estimate = {
      value: -0.1644,
      se: 0.0008,
      low: -0.1661,
      high: -0.1627,
      unit: "probability",
    };
    expect(inPoints(shownEstimate(difference, { signed: true }), difference).text).toBe(
      `−16.44${fixed}points`,
    );
    const pounds = exactly(5, "pounds");
    expect(inPoints(shownEstimate(pounds), pounds).text).toBe("£5.00");
  });

  it("have no more digits than hundreds of millions bear", () => {
    expect(shownEstimate(exactly(1_046_697_123, "pounds")).text).toBe("£1,046.7m");
    expect(axisPounds(-1_400_000_000)).toBe("−£1.4bn");
  });

  it("are written to CSV without what binary leaves", () => {
    expect(plainNumber(0.005074999999999877)).toBe(0.005075);
    expect(plainNumber(-1234567.89)).toBe(-1234567.89);
  });
});

describe("titles of panels", () => {
  it("are folded, all of them to the end where three lines are enough", () => {
    const title = "The programme's terms: 30 % flat fee and an accelerator";
    const { text, height } = panelTitles([title, "Your terms"], 240);
    expect(text(title).split("\n").join(" ")).toBe(title);
    expect(height).toBe(17 * text(title).split("\n").length);
  });

  it("are cut with a mark where they have more lines", () => {
    expect(folded("one two three four", 4, 2)).toBe("one\ntwo…");
  });
});
