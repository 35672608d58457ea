import { describe, expect, it } from "vitest";
import { agrees, follows, policy, scenario } from "./endings.ts";
import { binomial, mean } from "./exact.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";

// rules/outcome-payment/above-baseline, £1,000 above a baseline of 20 %. Five people are referred in each of 5 months;
// each starts with chance 0.8 and of those each finds a job at once with chance 0.3.
// Exact: what is repaid when later starts raise the baseline leaves (J − 0.2 S)⁺ of the totals; what stands leaves the
// highest such number of any month, by dynamic programming over (S, J, highest); of referrals, (J − 5)⁺ with J binomial
// of 25 at 0.24. Numbers in tenths of an outcome. 50,000 paths; no value but the law's, each within 4 standard errors.
const file = ruleFile("above-baseline");
const { ledgers, measures } = runModel(
  scenario("above-baseline", 5, {
    volume: { indicative: 5, counts: "certain" },
    delivery: { startRate: 0.8, stages: [{ id: "jobOutcomes", rate: 0.3 }] },
    rulesets: [file],
    policies: [
      policy("repaid", [file.id], { baselineShare: 0.2 }),
      policy("stands", [file.id], { baselineShare: 0.2, baselineRepaid: false }),
      policy("of-referrals", [file.id], { baselineShare: 0.2, baselineOf: "referrals" }),
      policy("no-baseline", [file.id], { baselineShare: 0 }),
    ],
  }),
  { paths: 50_000, seed: "library-above-baseline" },
);

const month = binomial(5, 0.8).flatMap((p, starts) =>
  binomial(starts, 0.3).map((q, jobs) => ({ starts, jobs, chance: p * q })),
);
type State = { starts: number; jobs: number; highest: number; chance: number };
let states: State[] = [{ starts: 0, jobs: 0, highest: 0, chance: 1 }];
for (let m = 1; m <= 5; m++) {
  const next = new Map<string, State>();
  for (const state of states) {
    for (const more of month) {
      const starts = state.starts + more.starts;
      const jobs = state.jobs + more.jobs;
      const highest = Math.max(state.highest, 10 * jobs - 2 * starts);
      const key = `${starts} ${jobs} ${highest}`;
      const chance = (next.get(key)?.chance ?? 0) + state.chance * more.chance;
      next.set(key, { starts, jobs, highest, chance });
    }
  }
  states = [...next.values()];
}
const law = (tenths: (state: State) => number) => {
  const found = new Map<number, number>();
  for (const state of states) {
    const pence = 10_000 * tenths(state);
    found.set(pence, (found.get(pence) ?? 0) + state.chance);
  }
  return found;
};

describe("a price only for outcomes above a baseline", () => {
  it("leaves what the totals exceed it by, where what no longer exceeds it is repaid", () => {
    const exact = law(({ starts, jobs }) => Math.max(0, 10 * jobs - 2 * starts));
    follows("repaid", ledgers.repaid!.payment, exact);
    agrees("mean", measures.repaid!.meanPayment!, mean(exact) / 100);
  });

  it("leaves the most that it was ever exceeded by, where that stands", () => {
    follows(
      "stands",
      ledgers.stands!.payment,
      law(({ highest }) => highest),
    );
  });

  it("counts referrals where the terms say so", () => {
    const exact = new Map<number, number>();
    for (const [jobs, p] of binomial(25, 0.24).entries()) {
      const pence = 100_000 * Math.max(0, jobs - 5);
      exact.set(pence, (exact.get(pence) ?? 0) + p);
    }
    follows("of referrals", ledgers["of-referrals"]!.payment, exact);
  });

  it("pays every outcome without a baseline, and never more with one, and never less where it stands", () => {
    const all = ledgers["no-baseline"]!;
    let repaid = 0;
    for (const [path, jobs] of all.jobOutcomes.entries()) {
      if (all.payment[path] !== 100_000 * jobs) expect(all.payment[path]).toBe(100_000 * jobs);
      const [least, most] = [ledgers.repaid!.payment[path]!, ledgers.stands!.payment[path]!];
      if (least > most || most > all.payment[path]!) expect([least, most]).toBe("in order");
      if (least < most) repaid++;
    }
    expect(repaid).toBeGreaterThan(0);
  });
});
