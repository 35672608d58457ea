import { describe, expect, it } from "vitest";
import { agrees, follows } from "./endings.ts";
import { mean } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { endings } from "./standard-exact.ts";
import { standardWorkload } from "./standard-files.ts";

// The standard workload as shipped, from its own files. P(end after m) and people to the end are exact: a Markov chain
// over (referrals to date, months running) for each volume factor, integrated over the gamma law by Simpson's rule
// (`standard-exact.ts`); people and ends give every mean in closed form. 200,000 paths; 4 standard errors.
describe("the standard workload", () => {
  const exact = endings();
  const { measures, ledgers } = runModel(standardWorkload, { paths: 200_000, seed: "standard-workload" });

  it("ends on the paths and in the months of the exact chain, under every policy", () => {
    follows("end month, standard", ledgers.none!.endMonth!, exact.endsAfter);
    for (const id of ["none", "service-fee", "cancellation-fee", "both"])
      agrees(`P(terminated) ${id}`, measures[id]!.probabilityTerminated!, 1 - exact.endsAfter.get(0)!);
    agrees("E[referrals], standard", measures.none!.meanReferrals!, exact.referrals);
  });

  it.each([
    ["none", 0, 0],
    ["service-fee", 0.3, 0],
    ["cancellation-fee", 0, 1],
    ["both", 0.3, 1],
  ])("pays what the chain says on average: %s", (id, share, settles) => {
    const starts = 0.75 * exact.referrals;
    const perStart = (1 - share) * (400 + 0.3 * 1200 + 0.3 * 0.6 * 1600);
    const serviceFee = share * 900 * 0.75 * 1048;
    const fee = settles * 0.8 * mean(exact.endsAfter, cancellationFee);
    agrees(`E[start fee] ${id}`, measures[id]!.meanStartFee!, (1 - share) * 400 * starts);
    expect(measures[id]!.meanServiceFee!.value).toBeCloseTo(serviceFee, 6);
    agrees(`E[fee] ${id}`, measures[id]!.meanCancellationFee!, fee);
    agrees(`E[payment] ${id}`, measures[id]!.meanPayment!, perStart * starts + serviceFee + fee);
    const cost = 60_000 + 12_000 * exact.monthsRun + 250 * starts;
    agrees(`E[margin] ${id}`, measures[id]!.meanMargin!, perStart * starts + serviceFee + fee - cost);
  });
});

/** What an end after month m makes due where the commissioner is at fault, in pounds; nothing where there is no end. */
function cancellationFee(end: number): number {
  return end === 0 ? 0 : Math.min(60_000, 0.5 * 60_000 * ((24 - end) / 24) + 24_000);
}
