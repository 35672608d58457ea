import { describe, it } from "vitest";
import { agrees, endsWhen, follows, policy, scenario } from "./endings.ts";
import { mean, poisson } from "./exact.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";
import { where } from "./terms.ts";

// rules/outcome-payment/single-outcome. Poisson(3) starts in each of 6 months; 40 % reach the outcome, after 1, 4 or 7
// months (0.5, 0.3, 0.2) and by month 9, or it is lost. £1,200 less a quarter that is service fee: £900 each (£1,200 where handed back).
// Closed form: a Poisson number thinned by chance is Poisson, so those paid are Poisson with a mean that adds up month
// by month. 50,000 paths; no value but the law's, each and the mean within 4 standard errors.
const LAST = 9;
const delays = [
  { after: 1, chance: 0.5 },
  { after: 4, chance: 0.3 },
  { after: 7, chance: 0.2 },
];
const outcome = ruleFile("single-outcome");
const fee = ruleFile("flat-share");
const parts = {
  contract: { lastMonth: LAST },
  volume: { indicative: 3 },
  delivery: {
    startRate: 1,
    survivingShare: 0.5,
    stages: [
      {
        id: "jobOutcomes",
        rate: 0.4,
        delayMonths: { empirical: { values: [1, 4, 7], weights: [0.5, 0.3, 0.2] } },
      },
    ],
  },
};
const options = { paths: 50_000, seed: "library-single-outcome" };

/** People of start months up to `starts` who reach the outcome from month `from` to `to`, on average. */
function reach(starts: number, from: number, to: number): number {
  let people = 0;
  for (let start = 1; start <= starts; start++) {
    for (const { after, chance } of delays) {
      if (start + after >= from && start + after <= to) people += 3 * 0.4 * chance;
    }
  }
  return people;
}
const paid = (average: number, price = 90_000) =>
  new Map(poisson(average, 60).map((chance, k) => [price * k, chance]));
const share = { serviceFeeShare: 0.25 };

describe("one price at the job outcome", () => {
  it("pays those who reach it before the contract's last month", () => {
    const { ledgers, measures } = runModel(
      scenario("single-outcome", 6, {
        ...parts,
        rulesets: [outcome, fee],
        policies: [policy("single", [outcome.id, fee.id], share)],
      }),
      options,
    );
    const law = paid(reach(6, 1, LAST));
    follows("paid for outcomes", ledgers.single!.outcomePayment, law);
    agrees("mean", measures.single!.meanOutcomePayment!, mean(law) / 100);
  });

  it("pays after an end those who reach it without the provision, unless the terms say not", () => {
    const ends = endsWhen({ all: [where("month", "equal", 3)] });
    const { ledgers } = runModel(
      scenario("single-outcome-end", 6, {
        ...parts,
        rulesets: [outcome, fee, ends],
        policies: [
          policy("pays", [outcome.id, fee.id, ends.id], share),
          policy("stops", [outcome.id, fee.id, ends.id], { ...share, paysAfterEnd: false }),
        ],
      }),
      options,
    );
    follows("paid after", ledgers.pays!.outcomePayment, paid(reach(3, 1, 3) + 0.5 * reach(3, 4, LAST)));
    follows("not paid after", ledgers.stops!.outcomePayment, paid(reach(3, 1, 3)));
  });

  it("pays nothing more once the contract is handed back", () => {
    const { ledgers } = runModel(
      scenario("single-outcome-handed-back", 6, {
        ...parts,
        costs: { setUp: [{ month: 3, pounds: 1 }] },
        provider: { handsBack: true },
        rulesets: [outcome],
        policies: [policy("single", [outcome.id])],
      }),
      options,
    );
    follows("payment", ledgers.single!.payment, paid(reach(3, 1, 3), 120_000));
  });
});
