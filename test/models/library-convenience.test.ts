import { describe, it } from "vitest";
import { agrees, coin, followsOver, months, policy, same, scenario } from "./endings.ts";
import { convolve, type Law, meanOver } from "./exact.ts";
import { library } from "./library.ts";
import { runModel } from "./run-model.ts";

// rules/termination/for-convenience.json with rules/cancellation/breakage-on-notice.json. Eight months of 0, 2 or 6
// referrals (0.2, 0.2, 0.6), all of whom start at £100; in each month the commissioner decides with chance 0.15 to
// leave, and the contract ends n months later, but not in or after month 8. Half a post costs £1,000 a month, of which
// redeployment saves 40 %; three months of the rest, or as many as are left, are made good up to £1,500.
// Closed form: a geometric month of decision. 40,000 paths; each value within 4 standard errors.
const [MONTHS, HAZARD] = [8, 0.15];
const notices = [0, 1, 3];
const { ledgers, measures } = runModel(
  scenario("library-convenience", MONTHS, {
    costs: { posts: { count: 0.5, costPerYear: 24_000, redeployableShare: 0.4, noticeMonths: 1 } },
    drawn: { commissionerLeaves: coin(HAZARD, "month") },
    rulesets: library("per-start", "for-convenience", "breakage-on-notice", "never-commissioner"),
    policies: [
      ...notices.map((n) =>
        policy(`notice-${n}`, ["per-start", "for-convenience", "breakage-on-notice"], {
          startPrice: 100,
          leavingNoticeMonths: n,
          noticeMonths: 3,
          cancellationCap: 1500,
        }),
      ),
      policy("no-fault", ["per-start", "for-convenience", "breakage-on-notice", "never-commissioner"], {
        startPrice: 100,
        leavingNoticeMonths: 1,
        noticeMonths: 3,
        cancellationCap: 1500,
      }),
    ],
  }),
  { paths: 40_000, seed: "library-convenience" },
);

/** When the contract ends, with chances; 0 where it does not. */
function endsWithNotice(notice: number) {
  const ends = Array.from({ length: MONTHS - 1 - notice }, (_, k) => ({
    after: k + 1 + notice,
    chance: HAZARD * (1 - HAZARD) ** k,
  }));
  return [...ends, { after: 0, chance: (1 - HAZARD) ** ends.length }];
}
const breakage = (after: number) =>
  after === 0 ? 0 : Math.min(60_000 * Math.min(3, MONTHS - after), 150_000);
const month: Law = new Map(months.map((m) => [m.value, m.chance]));
const lawOfReferrals = (count: number): Law =>
  Array.from({ length: count }).reduce<Law>((law) => convolve(law, month), new Map([[0, 1]]));

describe.each(notices)("a decision to leave, with %d months of notice", (notice) => {
  const ledger = ledgers[`notice-${notice}`]!;
  const found = measures[`notice-${notice}`]!;
  const ends = endsWithNotice(notice);

  it("ends the contract when notice has run", () => {
    followsOver("end", ledger.endMonth!, ends, (e) => e.after);
    agrees("P(ended)", found.probabilityTerminated!, 1 - ends.at(-1)!.chance);
  });

  it("makes good the unavoidable cost of the months that are left", () => {
    followsOver("breakage", ledger.cancellationFee, ends, (e) => breakage(e.after));
    agrees(
      "E[breakage]",
      found.meanCancellationFee!,
      meanOver(ends, (e) => breakage(e.after) / 100),
    );
  });

  it("pays for the referrals of the months that it ran", () => {
    const cases = ends.flatMap(({ after, chance }) =>
      [...lawOfReferrals(after || MONTHS)].map(([people, p]) => ({ chance: chance * p, people, after })),
    );
    followsOver("referrals", ledger.referrals, cases, (c) => c.people);
    followsOver("payment", ledger.payment, cases, (c) => 10_000 * c.people + breakage(c.after));
  });
});

it("fault changes nothing in breakage costs", () => {
  same("no fault", ledgers["no-fault"]!, ledgers["notice-1"]!);
});
