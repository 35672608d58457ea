import { describe, expect, it } from "vitest";
import { agrees, allPounds, endsWhen, followsOver, months, policy, scenario, settles } from "./endings.ts";
import { meanOver, sequences } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { flatFee, perOutcome, perStart, where } from "./terms.ts";

// Three months of 0, 2 or 6 referrals (0.2, 0.2, 0.6; 4 indicated), all of whom start though the bidder believed in
// 3 of 4; each start finds a job a month later (believed: half). Prices: £330 a start, £300 a job, a service fee of
// £400 a month; costs £500 a month, a half post of £1,000 a month with one month's notice of which 40 % is saved by
// redeployment, £50 a referral, £100 a start and £20 a job. The contract may be ended after any month in which a
// settlement of £250 exceeds what going on is worth (the provider's right), or one of £1,000 falls short of what going
// on costs (the commissioner's; no service fee there). Going on, worked out by hand, is
//   fee still planned + q × planned payments for later starters − (fixed cost still planned − notice) − q × their cost
// with q = referrals to date ÷ indicative to date. Exact: all 27 futures; 100,000 paths; no value but those of the
// enumeration, each within 4 standard errors.
const fixedPerMonth = 50_000 + 100_000;
const noticeCost = 60_000;
// A planned starter: £330 and half of £300, and costs £100 and half of £20; 4 × 0.75 planned a month, 4 referred at £50.
const paidPerMonth = 3 * (33_000 + 0.5 * 30_000);
const costPerMonth = 3 * (10_000 + 0.5 * 2_000) + 4 * 5_000;

type Ending = { end: number; margin: number; payment: number };

describe("an exit right used when the settlement beats going on", () => {
  const settlement = settles({ param: "offer" }, { all: [] }, { parameters: allPounds({ offer: 250 }) });
  const provider = endsWhen(
    {
      all: [
        where("settlementPence", "greaterThan", { fact: "goingOnMarginPence" }),
        where("month", "lessThan", 3),
      ],
    },
    {},
    "provider-may-end",
  );
  const commissioner = endsWhen(
    { all: [where("settlementPence", "lessThan", { fact: "goingOnPaymentsPence" })] },
    {},
    "commissioner-may-end",
  );
  const { ledgers, measures } = runModel(
    scenario("exit-right", 3, {
      contract: { lastMonth: 4 },
      delivery: {
        startRate: { value: 1, believed: 0.75 },
        stages: [{ id: "jobs", rate: { value: 1, believed: 0.5 }, delayMonths: 1 }],
      },
      costs: {
        perMonth: 500,
        perReferral: 50,
        perStart: 100,
        perOutcome: { jobs: 20 },
        posts: { count: 0.5, costPerYear: 24_000, redeployableShare: 0.4, noticeMonths: 1 },
      },
      rulesets: [perStart(330), perOutcome("jobs", 300), flatFee(400, 3), settlement, provider, commissioner],
      policies: [
        policy("provider", ["per-start", "per-jobs", "flat-fee", "settles", "provider-may-end"]),
        policy("commissioner", ["per-start", "per-jobs", "settles", "commissioner-may-end"], { offer: 1000 }),
      ],
    }),
    { paths: 100_000, seed: "exit-right" },
  );

  for (const [holder, fee, offer, uses] of [
    ["provider", 40_000, 25_000, (m: number, q: number) => m < 3 && 25_000 > goingOnMargin(m, q)],
    ["commissioner", 0, 100_000, (m: number, q: number) => m < 3 && 100_000 < q * (3 - m) * paidPerMonth],
  ] as const) {
    it(`held by the ${holder}, ends the futures that the enumeration ends, at its cost`, () => {
      const futures = sequences(months, 3).map(({ values, chance }) => ({
        ...walk(values, fee, offer, uses),
        chance,
      }));
      followsOver(`end month, ${holder}`, ledgers[holder]!.endMonth!, futures, (f) => f.end);
      followsOver(`margin, ${holder}`, ledgers[holder]!.margin, futures, (f) => f.margin);
      followsOver(`payment, ${holder}`, ledgers[holder]!.payment, futures, (f) => f.payment);
      const ended = meanOver(futures, (f) => Number(f.end > 0));
      agrees(`P(terminated), ${holder}`, measures[holder]!.probabilityTerminated!, ended);
      agrees(`E[fee], ${holder}`, measures[holder]!.meanCancellationFee!, (offer / 100) * ended);
      expect(ended).toBeGreaterThan(0.05);
      expect(ended).toBeLessThan(0.95);
    });
  }
});

function goingOnMargin(m: number, q: number): number {
  const fixed = Math.max(0, (3 - m) * fixedPerMonth - noticeCost);
  return Math.round((3 - m) * 40_000 + q * (3 - m) * paidPerMonth - fixed - q * (3 - m) * costPerMonth);
}

function walk(
  referrals: number[],
  fee: number,
  offer: number,
  uses: (m: number, q: number) => boolean,
): Ending {
  let payment = 0;
  let cost = 0;
  let toDate = 0;
  for (let m = 1; m <= 3; m++) {
    const people = referrals[m - 1]!;
    toDate += people;
    // Jobs come a month later, and are paid where the contract still runs then.
    payment += people * 33_000 + fee;
    cost += fixedPerMonth + people * (5_000 + 10_000);
    if (m > 1) {
      payment += referrals[m - 2]! * 30_000;
      cost += referrals[m - 2]! * 2_000;
    }
    if (!uses(m, toDate / (4 * m))) continue;
    // After the end: one month's notice, and the jobs of the month before, which cost but are not paid.
    return { end: m, payment: payment + offer, margin: payment + offer - cost - noticeCost - people * 2_000 };
  }
  payment += referrals[2]! * 30_000;
  cost += referrals[2]! * 2_000;
  return { end: 0, payment, margin: payment - cost };
}
