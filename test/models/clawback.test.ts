import { describe, expect, it } from "vitest";
import { agrees, allPounds, coin, coins, ends, followsOver, months, policy, scenario } from "./endings.ts";
import { meanOver, sequences } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { flatFee, pays, terms, where } from "./terms.ts";

// A fee of £600 at award for 4 months of 0, 2 or 6 referrals (0.2, 0.2, 0.6). The contract ends for low referrals after
// a month of delivery without any, and else for convenience where a coin of that month (0.15) says so. In the month
// after an end for low referrals the provider repays the months not served, £600 × (4 − m)/4 and £30 on top; for
// convenience it keeps the fee and receives £70. Ends of the last month are settled in month 5, the last of the tracking period.
// Exact: all 6⁴ futures. 100,000 paths; no value but those of the enumeration, each within 4 standard errors.
describe("what terms owe because of an end", () => {
  const justEnded = (ground: string) => ({
    all: [where("endGround", "equal", ground), where("monthsSinceEnd", "equal", 1)],
  });
  const notServed = { mul: [0.25, { sub: [4, { fact: "endMonth" as const }] }, { param: "fee" }] };
  const rulesets = [
    flatFee(600, 1),
    terms(
      "adjustment",
      "because-of-the-end",
      [
        pays("clawback", { sub: [0, notServed, { param: "extra" }] }, { when: justEnded("lowReferrals") }),
        pays("farewell", { param: "goodwill" }, { when: justEnded("convenience") }),
      ],
      {
        parameters: allPounds({ fee: 600, extra: 30, goodwill: 70 }),
        tracked: { monthsSinceEnd: { value: { sub: [{ fact: "month" }, { fact: "endMonth" }] } } },
      },
    ),
    terms(
      "termination",
      "two-grounds",
      [
        ends("lowReferrals", { all: [where("referrals", "equal", 0), where("phase", "equal", "delivery")] }),
        ends("convenience", { all: [where("called", "equal", true), where("phase", "equal", "delivery")] }),
      ],
      { facts: coins("called") },
    ),
  ];
  const { ledgers, measures } = runModel(
    scenario("clawback", 4, {
      contract: { lastMonth: 5 },
      drawn: { called: coin(0.15, "month") },
      rulesets,
      policies: [policy("clawback", ["flat-fee", "because-of-the-end", "two-grounds"])],
    }),
    { paths: 100_000, seed: "clawback" },
  );
  const both = months.flatMap(({ value, chance }) => [
    { value: { referrals: value, called: true }, chance: chance * 0.15 },
    { value: { referrals: value, called: false }, chance: chance * 0.85 },
  ]);
  const futures = sequences(both, 4).map(({ values, chance }) => {
    const at = values.findIndex(({ referrals, called }) => referrals === 0 || called);
    const low = at >= 0 && values[at]!.referrals === 0;
    const after = at < 0 ? 0 : low ? -15_000 * (4 - (at + 1)) - 3_000 : 7_000;
    return { chance, end: at + 1, after };
  });

  it("is paid once, in the month after it, by its ground", () => {
    followsOver("end month with clawback", ledgers.clawback!.endMonth!, futures, (f) => f.end);
    followsOver("paid because of the end", ledgers.clawback!.otherPayment!, futures, (f) => f.after);
    followsOver("payment with clawback", ledgers.clawback!.payment, futures, (f) => 60_000 + f.after);
    agrees(
      "E[payment] with clawback",
      measures.clawback!.meanPayment!,
      600 + meanOver(futures, (f) => f.after) / 100,
    );
    // What is owed after an end is no settlement, and leaves the fee as it was.
    expect(measures.clawback!.meanCancellationFee!.value).toBe(0);
    expect(measures.clawback!.meanServiceFee!.value).toBe(600);
  });
});
