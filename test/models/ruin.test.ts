import { describe, expect, it } from "vitest";
import { agrees, followsOver, months, policy, scenario } from "./endings.ts";
import { meanOver, sequences } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { perOutcome, perStart } from "./terms.ts";

// Six months of 0, 2 or 6 referrals (0.2, 0.2, 0.6), all of whom start: £150 a start, paid a month later, and £150 for
// the job that each finds a month after starting, paid at once; £1,000 a month of fixed cost, £300 of redundancy on an
// early end. Reserves are £1,600 and the overdraft £600: cash below −£2,200 at the end of a month ends the delivery.
// After that nobody starts, no fixed cost runs, no job is found without the provision (survivingShare 0), but what was
// earned is still paid; each person on programme costs £500 to buy again.
// Exact: all 3⁶ futures walked month by month; 200,000 paths; 4 standard errors; no value but those of the walk.
const MONTHS = 6;
const FLOOR = -220_000;

type Ending = { end: number; margin: number; payment: number; bill: number; peak: number };

describe("a provider that hands the contract back when its cash is gone", () => {
  const { ledgers, measures } = runModel(
    scenario("ruin", MONTHS, {
      contract: { lastMonth: MONTHS + 1 },
      delivery: { startRate: 1, stages: [{ id: "jobs", rate: 1, delayMonths: 1 }], survivingShare: 0 },
      costs: { perMonth: 1000, onEarlyEnd: 300 },
      provider: { reserves: 1600, overdraft: 600, handsBack: true },
      commissioner: { rebuyCostPerParticipant: 500 },
      rulesets: [perStart(150, "per-start", 30), perOutcome("jobs", 150)],
      policies: [policy("ruin", ["per-start", "per-jobs"])],
    }),
    { paths: 200_000, seed: "ruin" },
  );
  const futures = sequences(months, MONTHS).map(({ values, chance }) => ({ ...walk(values), chance }));
  const ruined = meanOver(futures, (f) => Number(f.end > 0));

  it("does so after the months, and with the cash, of the walk", () => {
    followsOver("month of ruin", ledgers.ruin!.endMonth!, futures, (f) => f.end);
    followsOver("margin with ruin", ledgers.ruin!.margin, futures, (f) => f.margin);
    followsOver("peak funding with ruin", ledgers.ruin!.peakFunding, futures, (f) => f.peak);
    const whileReferring = meanOver(futures, (f) => Number(f.end > 0 && f.end < MONTHS));
    agrees("P(ends while referring)", measures.ruin!.probabilityEndsWhileReferring!, whileReferring);
    const when = meanOver(futures, (f) => f.end) / ruined;
    agrees("month of early end", measures.ruin!.meanMonthOfEarlyEnd!, when);
    agrees("P(hands back)", measures.ruin!.probabilityProviderExits!, ruined);
    expect(measures.ruin!.probabilityTerminated!.value).toBe(0);
    expect(measures.ruin!.probabilityEndsEarly!.value).toBe(measures.ruin!.probabilityProviderExits!.value);
  });

  it("is still paid what it earned, and leaves people to be served again", () => {
    followsOver("payment with ruin", ledgers.ruin!.payment, futures, (f) => f.payment);
    followsOver("bill with ruin", ledgers.ruin!.bill, futures, (f) => f.bill);
    const need = meanOver(futures, (f) => Number(f.peak > 160_000));
    agrees("P(need above reserves)", measures.ruin!.probabilityPeakFundingExceedsReserves!, need);
    // A need above the reserves but within the overdraft does not end the delivery.
    expect(need).toBeGreaterThan(ruined);
  });
});

function walk(referrals: number[]): Ending {
  let [cash, peak, payment, end] = [0, 0, 0, 0];
  for (let m = 1; m <= MONTHS + 2; m++) {
    const live = end === 0;
    const startsPaid = m > 1 && (live || m <= end + 1) ? (referrals[m - 2] ?? 0) : 0;
    const jobs = m > 1 && live ? (referrals[m - 2] ?? 0) : 0;
    const fixed = live && m <= MONTHS ? 100_000 : 0;
    const redundancy = !live && m === end + 1 && end < MONTHS ? 30_000 : 0;
    payment += 15_000 * (startsPaid + jobs);
    cash += 15_000 * (startsPaid + jobs) - fixed - redundancy;
    peak = Math.max(peak, -cash);
    if (live && m <= MONTHS && cash < FLOOR) end = m;
  }
  const onProgramme = end > 0 && end <= MONTHS ? referrals[end - 1]! : 0;
  return { end, margin: cash, payment, bill: payment + 50_000 * onProgramme, peak };
}
