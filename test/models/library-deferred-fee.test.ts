import { describe, expect, it } from "vitest";
import { agrees, follows, policy, scenario } from "./endings.ts";
import { binomial, chance, mean } from "./exact.ts";
import { ruleFile } from "./rule-file.ts";
import { runModel } from "./run-model.ts";

// rules/service-fee/deferred-on-performance beside rules/start-fee/per-start. Four people start in each of 6 months; a
// quarter find a job, at once or two months later (evenly). The fee is £1,200 in 6 parts of £200, of each £40 wait until
// jobs to date are a quarter of starts to date (in month m: at least m of 4 m), in months 1 to 8 or only from month 4.
// Exact: dynamic programming over (jobs to date, jobs of the next two months, parts waiting). 50,000 paths; no value
// but the law's, each within 4 standard errors.
const month = binomial(4, 0.25).flatMap((p, jobs) =>
  binomial(jobs, 0.5).map((q, now) => ({ now, later: jobs - now, chance: p * q })),
);
type State = { jobs: number; next: number; after: number; waiting: number; chance: number };

/** The law of the fee paid over the contract, where performance is looked at from a month on. */
function law(from: number): Map<number, number> {
  let states: State[] = [{ jobs: 0, next: 0, after: 0, waiting: 0, chance: 1 }];
  for (let m = 1; m <= 8; m++) {
    const found = new Map<string, State>();
    for (const state of states) {
      for (const more of m <= 6 ? month : [{ now: 0, later: 0, chance: 1 }]) {
        const jobs = state.jobs + state.next + more.now;
        const met = m >= from && jobs >= Math.min(m, 6);
        const waiting = met ? 0 : state.waiting + (m <= 6 ? 1 : 0);
        const key = `${jobs} ${state.after} ${more.later} ${waiting}`;
        const p = (found.get(key)?.chance ?? 0) + state.chance * more.chance;
        found.set(key, { jobs, next: state.after, after: more.later, waiting, chance: p });
      }
    }
    states = [...found.values()];
  }
  const paid = new Map<number, number>();
  for (const { waiting, chance } of states) {
    const pence = 120_000 - 4_000 * waiting;
    paid.set(pence, (paid.get(pence) ?? 0) + chance);
  }
  return paid;
}

const bound = ["per-start", "deferred-on-performance"];
const share = { serviceFeeShare: 0.5, startPrice: 100, minimumPerformance: 0.25 };
const { ledgers, measures } = runModel(
  scenario("deferred-fee", 6, {
    contract: { lastMonth: 8 },
    volume: { indicative: 4, counts: "certain" },
    delivery: {
      startRate: 1,
      stages: [{ id: "jobOutcomes", rate: 0.25, delayMonths: { empirical: { values: [0, 2] } } }],
    },
    rulesets: bound.map(ruleFile),
    policies: [
      policy("deferred", bound, share),
      policy("from-month-4", bound, { ...share, performanceFromMonth: 4 }),
      policy("nothing-waits", bound, { ...share, deferredShare: 0 }),
      policy("no-level", bound, { ...share, minimumPerformance: 0 }),
      policy("never", bound, { ...share, minimumPerformance: 1 }),
    ],
  }),
  { paths: 50_000, seed: "library-deferred-fee" },
);

describe("a flat service fee of which a share waits for performance", () => {
  it("releases what waits whenever performance to date is met", () => {
    const exact = law(1);
    follows("fee", ledgers.deferred!.serviceFee, exact);
    agrees("mean", measures.deferred!.meanServiceFee!, mean(exact) / 100);
    expect(chance(exact, (x) => x === 120_000)).toBeGreaterThan(0.1);
    expect(chance(exact, (x) => x === 96_000)).toBeGreaterThan(0.01);
  });

  it("looks from a stated month on", () => {
    const exact = law(4);
    follows("fee", ledgers["from-month-4"]!.serviceFee, exact);
    expect(mean(exact)).toBeLessThan(mean(law(1)));
  });

  it("is the flat fee where nothing waits or the level is none", () => {
    expect(new Set(ledgers["nothing-waits"]!.serviceFee)).toEqual(new Set([120_000]));
    expect(new Set(ledgers["no-level"]!.serviceFee)).toEqual(new Set([120_000]));
  });

  it("pays only what does not wait where the level is out of reach on all but lucky paths", () => {
    const everyone = 0.25 ** 24;
    expect(everyone).toBeLessThan(1e-14);
    for (const fee of new Set(ledgers.never!.serviceFee)) expect(fee).toBeLessThan(120_000);
  });
});
