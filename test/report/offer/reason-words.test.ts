import { describe, expect, it } from "vitest";
import type { CauseEffect } from "../../../src/offer/test/cause-effects.ts";
import { reasonsOf } from "../../../src/report/offer/cause-words.ts";

const pounds = (value: number, half: number) => ({
  value,
  se: half / 2,
  low: value - half,
  high: value + half,
  unit: "pounds" as const,
});
const effect = (cause: CauseEffect["cause"], mean: number, worst: number): CauseEffect => ({
  cause,
  meanMargin: pounds(mean, 10),
  worstLoss: pounds(worst, 10),
});

describe("the reasons for a result", () => {
  it("begin with costs above income where it loses money even to plan", () => {
    const [first, second] = reasonsOf({
      planned: { income: 18_000, margin: -2500.4, beyondBudget: 0 },
      causes: [effect("referrals", 900, 400)],
    });
    expect(first).toEqual({
      title: "Costs above income, even to plan",
      sentence:
        "If everyone came, started and reached outcomes as you expect, it would bring in £18,000 and cost £20,500: £2,500 too little.",
    });
    expect(second!.title).toBe("Referrals other than indicated");
    expect(second!.sentence).toContain("the average margin would be £900 higher");
  });

  it("leave out what does nothing, and all together; three at most", () => {
    const told = reasonsOf({
      planned: { income: 100, margin: 0, beyondBudget: 0 },
      causes: [
        effect("referrals", 900, 400),
        effect("claims", 300, 5),
        effect("starts", 5, -5),
        effect("costs", -200, 0),
        effect("outcomes", 100, 0),
        effect("all", 2000, 900),
      ],
    });
    expect(told.map(({ title }) => title)).toEqual([
      "Referrals other than indicated",
      "Outcomes that cannot be claimed or proved",
      "Costs other than you expect",
    ]);
    expect(told[1]!.sentence).toMatch(/worst 1 in 20 futures about the same\.$/);
    expect(told[2]!.sentence).toContain("£200 lower");
  });
});
