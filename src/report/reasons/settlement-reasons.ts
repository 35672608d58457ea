import { type Explanation, rulesIn } from "../../engine/explanation.ts";
import { asSentence } from "../../engine/words/name-words.ts";
import type { ExplainedMonth, Reason } from "../explained-path.ts";
import { isGiven, nearestRule, rulesFor } from "./judged-rules.ts";

const settlement = "settlementPence";

/** The settlement falls due, or does not although the contract ends; or an end would begin or cease to make one due. */
export function settlementReasons(
  month: ExplainedMonth,
  now: Explanation,
  before: Explanation | undefined,
): Reason[] {
  if (month.settlement !== 0) {
    return rulesIn(now)
      .filter((rule) => rule.held)
      .map((rule) => ({ text: asSentence(rule.text), weight: 3 }));
  }
  const own = rulesFor(now, settlement);
  // After a hand-back nobody asks for a settlement.
  if (month.end !== null && month.end !== "handedBack") {
    const why = own.find((rule) => rule.held) ?? nearestRule(own);
    return why === undefined
      ? []
      : [{ text: asSentence(`nothing is due at this end: ${why.text}`), weight: 3 }];
  }
  if (isGiven(now, settlement) === isGiven(before, settlement)) return [];
  const held = own.filter((rule) => rule.held);
  const nearest = nearestRule(own);
  const said = held.length > 0 ? held : nearest === undefined ? [] : [nearest];
  return said.map((rule) => ({ text: asSentence(rule.text), weight: 1 }));
}
