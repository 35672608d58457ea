import { describe, expect, it } from "vitest";
import { coin, followsOver, months, policy, scenario } from "./endings.ts";
import { sequences } from "./exact.ts";
import { library } from "./library.ts";
import { runModel } from "./run-model.ts";

// rules/limit/payment-cap.json and collar.json. Five months of 0, 2 or 6 referrals (0.2, 0.2, 0.6; 4 indicated), all of
// whom start, at £100; beside it a clawback of £200 for each referral missing at the end from 15 of 20, or an end for
// convenience decided with chance 0.3 in each month, a month's notice. A cap of £1,000 or £1,500; a collar of £1,300 to
// £2,300.
// Exact: all 3⁵ futures × months of decision. 40,000 paths; no value but the enumeration's, each within 4 standard errors.
const MONTHS = 5;
const startPrice = 100;
const band = { bandUnder: 0.25, clawbackPerMissing: 200, paymentPerExtra: 0 };
const collar = { collarFloor: 1300, collarCap: 2300 };
const { ledgers } = runModel(
  scenario("library-limits", MONTHS, {
    drawn: { commissionerLeaves: coin(0.3, "month") },
    rulesets: library("per-start", "band-clawback", "for-convenience", "payment-cap", "collar"),
    policies: [
      policy("free", ["per-start"], { startPrice }),
      policy("capped", ["per-start", "payment-cap"], { startPrice, totalCap: 1500 }),
      policy("clawback", ["per-start", "band-clawback", "payment-cap"], {
        startPrice,
        ...band,
        totalCap: 1000,
      }),
      policy("collared", ["per-start", "collar"], { startPrice, ...collar }),
      policy("ended", ["per-start", "collar", "for-convenience"], { startPrice, ...collar }),
    ],
  }),
  { paths: 40_000, seed: "library-limits" },
);
const futures = sequences(months, MONTHS).map(({ values, chance }) => ({
  chance,
  values,
  people: values.reduce((sum, x) => sum + x, 0),
}));
const clamp = (pence: number) => Math.min(Math.max(pence, 130_000), 230_000);

describe("limits of the library", () => {
  it("a cap pays the lesser of the two, whenever it is reached", () => {
    followsOver("capped", ledgers.capped!.payment, futures, (f) => Math.min(10_000 * f.people, 150_000));
  });

  it("what a cap took off comes back as far as a clawback makes room", () => {
    const afterClawback = ({ people }: { people: number }) =>
      10_000 * people - 20_000 * Math.max(0, 15 - people);
    followsOver("clawback", ledgers.clawback!.payment, futures, (f) => Math.min(afterClawback(f), 100_000));
    // In some futures the cap was reached before the clawback, which then comes out of what it had taken off.
    expect(futures.some((f) => 10_000 * f.people > 100_000 && afterClawback(f) < 100_000)).toBe(true);
  });

  it("a collar pays no less than its floor and no more than its cap", () => {
    followsOver("collared", ledgers.collared!.payment, futures, (f) => clamp(10_000 * f.people));
    const free = ledgers.free!.payment;
    expect(ledgers.collared!.payment.findIndex((paid, i) => paid !== clamp(free[i]!))).toBe(-1);
  });

  it("a contract that ended early keeps the cap of the collar and loses its floor", () => {
    // Decided in month d, the contract ends after month d + 1, if that comes before the last referral month.
    const ends = [1, 2, 3].map((d) => ({ after: d + 1, chance: 0.3 * 0.7 ** (d - 1) }));
    const cases = [...ends, { after: 0, chance: 0.7 ** 3 }].flatMap((end) =>
      futures.map((f) => {
        const people = f.values.slice(0, end.after || MONTHS).reduce((sum, x) => sum + x, 0);
        return {
          chance: f.chance * end.chance,
          paid: end.after > 0 ? Math.min(10_000 * people, 230_000) : clamp(10_000 * people),
        };
      }),
    );
    followsOver("ended", ledgers.ended!.payment, cases, (f) => f.paid);
  });
});
