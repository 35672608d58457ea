import { describe, it } from "vitest";
import { agrees, allPounds, follows, policy, scenario } from "./endings.ts";
import { binomial } from "./exact.ts";
import { runModel } from "./run-model.ts";
import { given, pays, plain, terms, where } from "./terms.ts";

// Four starters in each of 8 months, without luck; each finds a job at once with chance 0.45. A job pays £100 in the
// months in which jobs to date are at most 40 % of starts to date, £150 in those in which they are above it; of both,
// a tenth is withheld in months in which jobs to date are under 30 % of starts to date, and what was withheld is paid in
// the first month in which that minimum is met again. Jobs 15 and later, whatever the month, pay £20 each on top.
// Exact: dynamic programming over (jobs to date, withheld, paid); the £20 by E[(Binomial(32, 0.45) − 14)+].
// 100,000 paths; no value but the law's, each within 4 standard errors.
const MONTHS = 8;
const step = binomial(4, 0.45);

type State = { jobs: number; withheld: number; paid: number };

describe("an accelerator above a target and a minimum performance, to date", () => {
  const toDate = { jobsToDate: { sum: { fact: "jobs" } }, startsToDate: { sum: { fact: "starts" } } };
  const price = terms(
    "outcome-payment",
    "accelerator",
    [
      pays("jobs", { mul: [{ param: "price" }, { fact: "jobs" }] }, { when: { not: above("target") } }),
      {
        ...pays(
          "jobs",
          { mul: [{ param: "fastPrice" }, { fact: "jobs" }] },
          { when: { all: [above("target")] } },
        ),
        name: "above the target",
      },
      pays("beyond", {
        mul: [
          { param: "extra" },
          {
            sub: [
              { max: [{ sub: [{ fact: "jobsToDate" }, { param: "free" }] }, 0] },
              { max: [{ sub: [{ fact: "jobsToDate" }, { fact: "jobs" }, { param: "free" }] }, 0] },
            ],
          },
        ],
      }),
    ],
    {
      parameters: {
        ...allPounds({ price: 100, fastPrice: 150, extra: 20 }),
        free: plain(14, "people"),
        targetShare: plain(0.4),
      },
      facts: given("jobs"),
      tracked: {
        ...toDate,
        target: { value: { mul: [{ param: "targetShare" }, { fact: "startsToDate" }] } },
      },
    },
  );
  const minimum = terms(
    "adjustment",
    "minimum",
    [
      pays(
        "withheld",
        { mul: [{ param: "withheldShare" }, { sub: [0, { fact: "jobsPence" }] }] },
        {
          when: { all: [where("jobsToDate", "lessThan", { fact: "minimum" })] },
        },
      ),
      pays(
        "released",
        { sub: [0, { fact: "heldBackPence" }] },
        {
          when: { all: [where("jobsToDate", "greaterThanInclusive", { fact: "minimum" })] },
        },
      ),
    ],
    {
      parameters: { withheldShare: plain(0.1), minimumShare: plain(0.3) },
      facts: {
        ...given("jobs"),
        jobsPence: { unit: "pence", default: 0, from: "set", sentence: "Owed for jobs this month." },
      },
      tracked: {
        ...toDate,
        minimum: { value: { mul: [{ param: "minimumShare" }, { fact: "startsToDate" }] } },
        heldBackPence: { sum: { add: [{ fact: "withheldPence" }, { fact: "releasedPence" }] } },
      },
    },
  );
  const { ledgers, measures } = runModel(
    scenario("accelerator", MONTHS, {
      volume: { indicative: 4, counts: "certain" },
      delivery: { startRate: 1, stages: [{ id: "jobs", rate: 0.45 }] },
      rulesets: [price, minimum],
      policies: [
        policy("accelerator", ["accelerator", "minimum"], { extra: 0 }),
        policy("beyond", ["accelerator"], { price: 0, fastPrice: 0 }),
      ],
    }),
    { paths: 100_000, seed: "accelerator" },
  );

  it("pays by the law of dynamic programming", () => {
    follows("payment with accelerator", ledgers.accelerator!.payment, law());
  });

  it("pays for jobs beyond a number by the binomial law", () => {
    const beyond = binomial(4 * MONTHS, 0.45).reduce((sum, p, k) => sum + p * 20 * Math.max(0, k - 14), 0);
    agrees("E[paid beyond 14 jobs]", measures.beyond!.meanPayment!, beyond);
  });
});

function above(level: string) {
  return where("jobsToDate", "greaterThan", { fact: level });
}

function law(): Map<number, number> {
  let states: (State & { chance: number })[] = [{ jobs: 0, withheld: 0, paid: 0, chance: 1 }];
  for (let m = 1; m <= MONTHS; m++) {
    const next = new Map<string, State & { chance: number }>();
    for (const { jobs, withheld, paid, chance } of states) {
      for (const [more, p] of step.entries()) {
        const total = jobs + more;
        // Levels in tenths of a job, so that no binary fraction decides a tie.
        const owed = more * (10 * total > 16 * m ? 15_000 : 10_000);
        const under = 10 * total < 12 * m;
        const state = under
          ? { jobs: total, withheld: withheld + owed / 10, paid: paid + owed - owed / 10 }
          : { jobs: total, withheld: 0, paid: paid + owed + withheld };
        const key = `${total} ${state.withheld} ${state.paid}`;
        next.set(key, { ...state, chance: (next.get(key)?.chance ?? 0) + chance * p });
      }
    }
    states = [...next.values()];
  }
  const paid = new Map<number, number>();
  for (const state of states) paid.set(state.paid, (paid.get(state.paid) ?? 0) + state.chance);
  return paid;
}
