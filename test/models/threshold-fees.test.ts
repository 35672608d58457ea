import { describe, expect, it } from "vitest";
import { agrees, follows, occurs, policy, scenario } from "./endings.ts";
import { convolve, type Law, lawOf, mean, poisson, quantile } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { pays, plain, pounds, type Terms, terms, where } from "./terms.ts";

// Referrals R_m ~ Poisson(4), independent, where 8 a month were indicated; £50 is owed for each person short of
// 3/8 of the indicative volume, tested every month (level 3) or at the end of each contract year (level 36).
// Closed forms: 24 × £50 × E[(3 − R)+] and 2 × £50 × E[(36 − R_1 − … − R_12)+]; the laws by convolution.
// 200,000 paths; tolerance 4 standard errors; the quantile, on a wide atom, to the penny.
const short = (per: string, level: string, when: Terms["stages"][number]["rules"][number]["conditions"]) =>
  terms(
    "volume",
    per,
    [
      pays(
        "shortfall",
        { mul: [{ param: "perPersonShort" }, { max: [{ sub: [{ fact: level }, { fact: per }] }, 0] }] },
        { when },
      ),
    ],
    {
      parameters: { perPersonShort: pounds(50), level: plain(3 / 8) },
      tracked: {
        month1: { value: { fact: "referrals" } },
        year1: { sum: { fact: "referrals" }, over: "contractYear" },
        monthLevel: { value: { mul: [{ param: "level" }, { fact: "indicativeReferrals" }] } },
        yearLevel: { sum: { fact: "monthLevel" }, over: "contractYear" },
      },
    },
  );

describe("a fee for referrals short of a level", () => {
  const monthly = { ...short("month1", "monthLevel", { all: [] }), id: "monthly" };
  const yearly = {
    ...short("year1", "yearLevel", { all: [where("lastMonthOfContractYear", "equal", true)] }),
    id: "yearly",
  };
  const { ledgers, measures } = runModel(
    scenario("threshold-fees", 24, {
      volume: { indicative: 8, factors: { shortfall: 0.5 } },
      rulesets: [monthly, yearly],
      policies: [policy("monthly", ["monthly"]), policy("yearly", ["yearly"])],
    }),
    { paths: 200_000, seed: "threshold-fees" },
  );
  const feeOf = (level: number, meanReferrals: number): Law =>
    lawOf(
      poisson(meanReferrals, 200).map((chance, referrals) => ({ chance, referrals })),
      ({ referrals }) => 5000 * Math.max(0, level - referrals),
    );
  const month = feeOf(3, 4);
  const year = feeOf(36, 48);
  const ofMonths = Array.from({ length: 23 }).reduce<Law>((sum) => convolve(sum, month), month);
  const ofYears = convolve(year, year);

  it("tested every month has the law of 24 independent months", () => {
    follows("monthly fee", ledgers.monthly!.otherPayment!, ofMonths);
    occurs("P(any monthly fee)", ledgers.monthly!.otherPayment!, 1 - month.get(0)! ** 24, (x) => x > 0);
    agrees("sd of the monthly fee", measures.monthly!.sdPayment!, Math.sqrt(24 * varianceOf(month)) / 100);
    expect(measures.monthly!.paymentQuantile95!.value).toBe(quantile(ofMonths, 0.95) / 100);
  });

  it("tested yearly has the law of two independent years, tens of times cheaper on average", () => {
    follows("yearly fee", ledgers.yearly!.otherPayment!, ofYears);
    occurs("P(any yearly fee)", ledgers.yearly!.otherPayment!, 1 - year.get(0)! ** 2, (x) => x > 0);
    expect(mean(ofMonths) / mean(ofYears)).toBeGreaterThan(30);
    expect(measures.monthly!.meanPayment!.value! / measures.yearly!.meanPayment!.value!).toBeGreaterThan(30);
  });
});

function varianceOf(law: Law): number {
  return mean(law, (x) => x * x) - mean(law) ** 2;
}
