import { describe, expect, it } from "vitest";
import { agrees, coin, coins, endsWhen, follows, months, policy, scenario } from "./endings.ts";
import { convolve, type Law, mean, poisson } from "./exact.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";
import { where } from "./terms.ts";

// rules/volume/band-retrospective and band-clawback over 18 months, a year and a part of one, 4 referrals a month
// indicated and 0, 2 or 6 made (0.2, 0.2, 0.6), within 25 %: the edges are 36 and 60 of the year, 18 and 30 of the rest,
// and referrals come to each edge exactly on some paths. £200 for each missing, £150.50 for each over.
// Exact: the law of the sum of so many months, settled at month 12 and at the last, or in the month after an end by a
// coin of each month (0.05). 50,000 paths; no value but the law's, each within 4 standard errors.
const HAZARD = 0.05;
const one: Law = new Map(months.map(({ value, chance }) => [value, chance]));
const sums: Law[] = [new Map([[0, 1]])];
for (let m = 1; m <= 12; m++) sums.push(convolve(sums[m - 1]!, one));
const map = (law: Law, of: (x: number) => number): Law => {
  const found = new Map<number, number>();
  for (const [x, p] of law) found.set(of(x), (found.get(of(x)) ?? 0) + p);
  return found;
};
/** What months of 4 indicated come to: for those missing under 3 a month, and for those over 5 a month. */
const settled = (count: number, missing: number, over: number): Law =>
  map(
    sums[count]!,
    (made) => missing * Math.max(0, 3 * count - made) + over * Math.max(0, made - 5 * count) + 0,
  );
const both = (missing: number, over: number): Law =>
  convolve(settled(12, missing, over), settled(6, missing, over));

/** The same where the contract may end after any month. */
function withEnds(missing: number, over: number): Law {
  const found = new Map<number, number>();
  for (let end = 1; end <= 18; end++) {
    const chance = end < 18 ? (1 - HAZARD) ** (end - 1) * HAZARD : (1 - HAZARD) ** 17;
    const first = settled(Math.min(end, 12), missing, over);
    const law = end <= 12 ? first : convolve(first, settled(end - 12, missing, over));
    for (const [x, p] of law) found.set(x, (found.get(x) ?? 0) + chance * p);
  }
  return found;
}

const bands = { bandUnder: 0.25, bandOver: 0.25 };
const paysMissing = { ...bands, missingReferralPrice: 200, overReferralPrice: 150.5 };
const clawsBack = { ...bands, clawbackPerMissing: 200, paymentPerExtra: 150.5 };
const files = ["band-retrospective", "band-clawback"].map(ruleFile);
const ends = endsWhen({ all: [where("called", "equal", true)] }, { facts: coins("called") });
const run = (bound: string[]) =>
  runModel(
    scenario("volume-bands", 18, {
      contract: { lastMonth: 19 },
      drawn: { called: coin(HAZARD, "month") },
      rulesets: [...files, ends],
      policies: [
        policy("retrospective", ["band-retrospective", ...bound], paysMissing),
        policy("clawback", ["band-clawback", ...bound], clawsBack),
      ],
    }),
    { paths: 50_000, seed: "library-volume-bands" },
  );

describe("a band round the indicative volume", () => {
  const { ledgers, measures } = run([]);

  it("pays for referrals missing from a year and takes back those over", () => {
    const exact = both(20_000, -15_050);
    follows("retrospective", ledgers.retrospective!.payment, exact);
    agrees("mean", measures.retrospective!.meanPayment!, mean(exact) / 100);
  });

  it("takes back referrals missing from a year and pays for those over, where a fee pays for the volume", () => {
    follows("clawback", ledgers.clawback!.payment, both(-20_000, 15_050));
  });

  it("is met at its edges, where nothing is owed", () => {
    for (const edge of [36, 60]) expect(sums[12]!.get(edge)).toBeGreaterThan(0.001);
    for (const edge of [18, 30]) expect(sums[6]!.get(edge)).toBeGreaterThan(0.001);
    expect([...settled(12, 20_000, -15_050).keys()]).toContain(20_000 * 2);
  });

  it("is one term seen from two sides: what one pays the other takes", () => {
    const sum = ledgers.retrospective!.payment.map((paid, path) => paid + ledgers.clawback!.payment[path]!);
    expect(new Set(sum)).toEqual(new Set([0]));
  });

  it("settles the months to an end in the month after it", () => {
    const ended = run(["ends"]).ledgers;
    follows("retrospective", ended.retrospective!.payment, withEnds(20_000, -15_050));
    follows("clawback", ended.clawback!.payment, withEnds(-20_000, 15_050));
  });
});

// A fee for the whole value (48 referrals at £250, £1,000 a month) with a band of 2 %, as
// was modelled for probation, under Poisson volumes at two thirds of what was indicated, as they came in.
// Closed form over N ~ Poisson(48 × 0.66): £12,000 − 200·(47.04 − N)⁺ + 200·(N − 48.96)⁺.
it("claws a fee back under a narrow band when referrals are a third lower", () => {
  const fee = ["per-start", "flat-share", "band-clawback"];
  const { measures } = runModel(
    scenario("probation-band", 12, {
      volume: {
        indicative: 4,
        factors: { shortfall: 0.66 },
      },
      rulesets: fee.map(ruleFile),
      policies: [
        policy("band", fee, {
          startPrice: 250,
          serviceFeeShare: 1,
          serviceFeeMonths: 12,
          bandUnder: 0.02,
          bandOver: 0.02,
        }),
      ],
    }),
    { paths: 50_000, seed: "library-probation-band" },
  );
  const law = poisson(48 * 0.66, 150);
  const owed = (n: number) => 12_000 - 200 * Math.max(0, 47.04 - n) + 200 * Math.max(0, n - 48.96);
  const exact = law.reduce((sum, p, n) => sum + p * owed(n), 0);
  const square = law.reduce((sum, p, n) => sum + p * owed(n) ** 2, 0);
  agrees("mean", measures.band!.meanPayment!, exact);
  agrees("swing", measures.band!.sdPayment!, Math.sqrt(square - exact ** 2));
});
