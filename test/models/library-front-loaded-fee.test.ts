import { describe, expect, it } from "vitest";
import { agrees, coin, coins, endsWhen, follows, policy, scenario } from "./endings.ts";
import { mean } from "./exact.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";
import { where } from "./terms.ts";

// rules/service-fee/front-loaded beside rules/start-fee/per-start: 24 starts indicated at £333.33, half of that value
// (£3,999.96) as service fee over 6 months, 61 % of it in the first 2. In each month a coin (0.15) ends the contract.
// Exact: the month of the end is geometric, and the fee of each is a sum of parts by hand. Month 7 is for tracking, so
// that an end of the last month is settled too. 50,000 paths; no value but the law's, each within 4 standard errors.
const HAZARD = 0.15;
const fee = Math.round((33_333 * 24) / 2);
const rest = Math.round((33_333 * 24 * 0.39) / 2);
const parts = (total: number, k: number, n: number) => Math.round((total * Math.min(k, n)) / n);
const frontLoaded = (months: number) =>
  parts(fee - rest, months, 2) + (months > 2 ? parts(rest, months - 2, 4) : 0);

const ends = endsWhen(
  {
    all: [where("called", "equal", true), where("month", "lessThanInclusive", { fact: "lastReferralMonth" })],
  },
  { facts: coins("called") },
);
const files = ["per-start", "front-loaded", "flat-share"].map(ruleFile);
const share = { serviceFeeShare: 0.5, startPrice: 333.33 };
const front = { ...share, frontShare: 0.61 };
const world = (bound: string[]) => ({
  contract: { lastMonth: 7 },
  drawn: { called: coin(HAZARD, "month") },
  rulesets: [...files, ends],
  policies: [
    policy("stands", ["per-start", "front-loaded", ...bound], front),
    policy("repaid", ["per-start", "front-loaded", ...bound], { ...front, aheadRepaid: true }),
    policy("flat", ["per-start", "flat-share", ...bound], share),
    policy("all-in-front", ["per-start", "front-loaded", ...bound], { ...front, frontMonths: 9 }),
  ],
});
const options = { paths: 50_000, seed: "library-front-loaded-fee" };

/** The law of what is kept of the fee, by the month after which the contract ends (6 where it does not). */
function law(kept: (months: number) => number): Map<number, number> {
  const found = new Map<number, number>();
  for (let m = 1; m <= 6; m++) {
    const chance = m < 6 ? (1 - HAZARD) ** (m - 1) * HAZARD : (1 - HAZARD) ** 5;
    found.set(kept(m), (found.get(kept(m)) ?? 0) + chance);
  }
  return found;
}

describe("a service fee of which the larger part comes first", () => {
  it("comes to the same fee as equal parts, to the penny, where nothing ends the contract", () => {
    const { ledgers } = runModel(scenario("front-loaded", 6, world([])), { ...options, paths: 512 });
    for (const { serviceFee } of Object.values(ledgers)) expect(new Set(serviceFee)).toEqual(new Set([fee]));
  });

  it("leaves what was paid by an early end, and never less than equal parts", () => {
    const { ledgers, measures } = runModel(scenario("front-loaded-end", 6, world(["ends"])), options);
    const exact = law(frontLoaded);
    follows("stands", ledgers.stands!.serviceFee, exact);
    agrees("mean", measures.stands!.meanServiceFee!, mean(exact) / 100);
    follows(
      "flat",
      ledgers.flat!.serviceFee,
      law((m) => parts(fee, m, 6)),
    );
    for (let m = 1; m <= 6; m++) expect(frontLoaded(m)).toBeGreaterThanOrEqual(parts(fee, m, 6));
  });

  it("comes to equal parts by an early end where what was ahead is repaid", () => {
    const { ledgers } = runModel(scenario("front-loaded-end", 6, world(["ends"])), options);
    follows(
      "repaid",
      ledgers.repaid!.serviceFee,
      law((m) => parts(fee, m, 6)),
    );
    expect([...ledgers.repaid!.serviceFee]).toEqual([...ledgers.flat!.serviceFee]);
  });
});
