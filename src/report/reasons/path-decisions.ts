import type { Contract } from "../../engine/contract.ts";
import type { Explanation } from "../../engine/explanation.ts";
import type { Ruleset } from "../../engine/ruleset.ts";
import { poundsWords } from "../../engine/words/value-words.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { Decisions, ExplainedMonth, Reason } from "../explained-path.ts";
import { faultReasons } from "./fault-reasons.ts";
import { paymentReasons } from "./payment-reasons.ts";
import { settlementReasons } from "./settlement-reasons.ts";
import { terminationReasons } from "./termination-reasons.ts";

/** The months of a future in which something was decided, with the reasons that a reader wants. */
export function pathDecisions(
  checked: CheckedScenario,
  contract: Contract,
  months: readonly ExplainedMonth[],
): Decisions[] {
  return months.flatMap((month, m): Decisions[] => {
    const reasons = [
      ...suspensions(month, months[m - 1]),
      ...contract.rulesets.flatMap((ruleset) => clauseReasons(contract, ruleset, months.slice(0, m), month)),
      ...endings(checked, month),
    ];
    return reasons.length === 0 ? [] : [{ month: month.month, reasons }];
  });
}

/** What one clause decided in a month, each reason with the clause's source. */
function clauseReasons(
  contract: Contract,
  ruleset: Ruleset,
  past: readonly ExplainedMonth[],
  month: ExplainedMonth,
): Reason[] {
  const of = (at: ExplainedMonth | undefined) => clauseIn(at, ruleset.id);
  const now = of(month);
  // A clause without children was not asked, as the contract has ended.
  if (now?.children === undefined) return [];
  const last = past.at(-1);
  const found = () => {
    switch (ruleset.kind) {
      case "fault":
        return faultReasons(contract, month, now, last, of(last));
      case "cancellation":
        return settlementReasons(month, now, of(last));
      case "termination":
        return terminationReasons(contract, month, now, last, of(last));
      default:
        return paymentReasons(
          month,
          now,
          past.map((before) => ({ month: before, ruleset: of(before) })),
        );
    }
  };
  return found().map((reason) => ({ ...reason, source: ruleset.source }));
}

function clauseIn(month: ExplainedMonth | undefined, id: string): Explanation | undefined {
  return month?.explanation.children?.find((child) => child.about?.ruleset === id);
}

function suspensions(month: ExplainedMonth, before: ExplainedMonth | undefined): Reason[] {
  const now = month.facts.referralsSuspended === true;
  if (!month.live || now === (before?.facts.referralsSuspended === true)) return [];
  const text = now ? "The commissioner suspends referrals." : "The commissioner makes referrals again.";
  return [{ text, weight: 2 }];
}

function endings(checked: CheckedScenario, month: ExplainedMonth): Reason[] {
  if (month.end !== "handedBack") return [];
  const { reserves, overdraft } = checked.scenario.provider;
  const limit = Math.round(((reserves?.mean ?? 0) + (overdraft?.mean ?? 0)) * 100);
  const text = `The provider hands the contract back: its cash, ${poundsWords(month.cash * 100)}, is beyond its reserves and overdraft of ${poundsWords(limit)} together.`;
  return [{ text, weight: 3 }];
}
