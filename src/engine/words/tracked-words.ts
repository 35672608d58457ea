import type { TrackedSpec, Window } from "../ruleset.ts";
import { amountWords } from "./amount-words.ts";
import { conditionWords } from "./condition-words.ts";
import type { Wording } from "./wording.ts";

/** How a tracked fact comes about, as a phrase: "consecutive months, to this one, in which …". */
export function trackedWords(spec: TrackedSpec, wording: Wording): string {
  // What is summed or counted is of many months; this month's values beside it would mislead.
  const overMonths: Wording = { fact: wording.fact, parameter: wording.parameter };
  const where = (condition: Parameters<typeof conditionWords>[0], of: Wording) =>
    conditionWords(condition, of) ?? "anything may be";
  if ("value" in spec) return amountWords(spec.value, wording);
  if ("sum" in spec) return `sum of ${amountWords(spec.sum, overMonths)} ${windowWords(spec.over)}`;
  if ("count" in spec)
    return `number of months ${windowWords(spec.over)} in which ${where(spec.count, overMonths)}`;
  if ("consecutive" in spec)
    return `consecutive months, to this one, in which ${where(spec.consecutive, wording)}`;
  if ("latch" in spec) return `yes from the first month on in which ${where(spec.latch, wording)}`;
  return `the first month in which ${where(spec.firstMonth, wording)}; 0 if not yet`;
}

function windowWords(over: Window | undefined): string {
  if (over === undefined || over === "contract") return "over the contract so far";
  if (over === "contractYear") return "over the contract year so far";
  if (over === "financialYear") return "over the financial year so far";
  return over.months === 1 ? "in this month" : `over the last ${over.months} months (this one included)`;
}
