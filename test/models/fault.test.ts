import { describe, it } from "vitest";
import {
  agrees,
  agreesOver,
  allPounds,
  endsWhen,
  followsOver,
  months,
  policy,
  scenario,
  sets,
  settles,
} from "./endings.ts";
import { meanOver, sequences } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { terms, where } from "./terms.ts";

// A provider is ready 0, 1 or 2 months late (0.6, 0.3, 0.1); referrals of a month are 0, 2 or 6 (0.2, 0.2, 0.6) and
// are refused until it is ready. Fault of a month, by what both sides can see: the provider's while it is not ready;
// for referrals under half the indicative 4 the commissioner's, or shared (40 % the commissioner's) where the provider
// was ever late; else neither's. From month 2 on the contract of 4 months ends where referrals to date are under half
// the indicative; £1,000 is due on the commissioner's fault, its share where shared, nothing else.
// Exact: all 3 × 3⁴ futures. 100,000 paths; no value but those of the enumeration, each within 4 standard errors.
describe("fault by what both sides can see", () => {
  const low = where("referrals", "lessThan", { fact: "halfIndicative" });
  const fault = terms("fault", "fault", [], {
    tracked: {
      halfIndicative: { value: { mul: [0.5, { fact: "indicativeReferrals" }] } },
      everLate: { latch: { all: [where("readyToDeliver", "equal", false)] } },
    },
    stages: [
      {
        hitPolicy: "first",
        rules: [
          sets("fault", "provider", { all: [where("readyToDeliver", "equal", false)] }, "not ready"),
          sets("fault", "shared", { all: [low, where("everLate", "equal", true)] }, "low after a late start"),
          sets("fault", "commissioner", { all: [low] }, "low"),
        ],
        otherwise: [{ type: "set", params: { output: "fault", amount: "neither" } }],
      },
      {
        hitPolicy: "unique",
        rules: [
          sets("faultShare", 0.4, { all: [where("fault", "equal", "shared")] }, "the share where shared"),
          sets("faultShare", 1, { all: [where("fault", "equal", "commissioner")] }, "all of it"),
        ],
      },
    ],
  });
  const rulesets = [
    fault,
    settles(
      {
        table: {
          of: { fact: "fault" },
          rows: [
            { is: "commissioner", value: { param: "full" } },
            { is: "shared", value: { mul: [{ fact: "faultShare" }, { param: "full" }] } },
          ],
          otherwise: 0,
        },
      },
      { all: [] },
      { parameters: allPounds({ full: 1000 }) },
    ),
    endsWhen(
      {
        all: [where("month", "greaterThanInclusive", 2), where("toDate", "lessThan", { fact: "halfToDate" })],
      },
      {
        tracked: {
          toDate: { sum: { fact: "referrals" } },
          halfToDate: { sum: { mul: [0.5, { fact: "indicativeReferrals" }] } },
        },
      },
    ),
  ];
  const { volume, ...rest } = scenario("fault", 4, {
    rulesets,
    policies: [policy("fault", ["fault", "settles", "ends"])],
  });
  const readyDelayMonths = { empirical: { values: [0, 1, 2], weights: [0.6, 0.3, 0.1] } };
  const { ledgers, measures } = runModel(
    { ...rest, volume: { ...(volume as object), readyDelayMonths } },
    { paths: 100_000, seed: "fault" },
  );
  const futures = [0.6, 0.3, 0.1].flatMap((chance, late) =>
    sequences(months, 4).map((made) => ({ ...ending(late, made.values), chance: chance * made.chance })),
  );

  it("decides who pays as the enumeration of all futures does", () => {
    followsOver("settlement by fault", ledgers.fault!.cancellationFee, futures, (f) => f.settlement);
    followsOver("end month by fault", ledgers.fault!.endMonth!, futures, (f) => f.end);
    followsOver("referrals accepted", ledgers.fault!.referrals, futures, (f) => f.referrals);
    agrees(
      "E[settlement]",
      measures.fault!.meanCancellationFee!,
      meanOver(futures, (f) => f.settlement) / 100,
    );
    agreesOver("P(settlement)", measures.fault!.probabilityOfCancellationFee!, futures, (f) =>
      Number(f.settlement > 0),
    );
  });
});

function ending(late: number, made: number[]): { end: number; settlement: number; referrals: number } {
  let referrals = 0;
  for (let m = 1; m <= 4; m++) {
    const ready = m > late;
    const accepted = ready ? made[m - 1]! : 0;
    referrals += accepted;
    if (m < 2 || referrals >= 2 * m) continue;
    const settlement = !ready || accepted >= 2 ? 0 : late > 0 ? 40_000 : 100_000;
    return { end: m, settlement, referrals };
  }
  return { end: 0, settlement: 0, referrals };
}
