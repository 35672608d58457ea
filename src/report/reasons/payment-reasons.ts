import type { Explanation } from "../../engine/explanation.ts";
import { asSentence, nameWords } from "../../engine/words/name-words.ts";
import type { ExplainedMonth, Reason } from "../explained-path.ts";
import { isGiven, nearestRule, outputsIn, rulesFor } from "./judged-rules.ts";

/** A payment is owed for the first time, or its rules begin or cease to hold; `past` are the months before, in order. */
export function paymentReasons(
  month: ExplainedMonth,
  now: Explanation,
  past: readonly { readonly month: ExplainedMonth; readonly ruleset: Explanation | undefined }[],
): Reason[] {
  return outputsIn(now).flatMap((output): Reason[] => {
    const pays = (at: ExplainedMonth) => at.payments.some((p) => p.output === output && p.pounds !== 0);
    const own = rulesFor(now, output);
    const held = own.filter((rule) => rule.held);
    const paidBefore = past.some((before) => pays(before.month));
    if (pays(month)) {
      if (paidBefore && isGiven(past.at(-1)?.ruleset, output)) return [];
      return held.map((rule) => ({ text: asSentence(rule.text), weight: 2 }));
    }
    // That a payment ends is news only where it was owed for more than one month.
    const ran = past.length > 1 && past.slice(-2).every((before) => isGiven(before.ruleset, output));
    const nearest = nearestRule(own);
    if (!ran || !paidBefore || held.length > 0 || nearest === undefined) return [];
    return [{ text: asSentence(`${nameWords(output)} ends: ${nearest.text}`), weight: 2 }];
  });
}
