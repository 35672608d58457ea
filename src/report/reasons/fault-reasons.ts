import type { Contract } from "../../engine/contract.ts";
import type { Explanation } from "../../engine/explanation.ts";
import { outcomeWords } from "../../engine/words/effect-words.ts";
import { asSentence } from "../../engine/words/name-words.ts";
import { contractWording } from "../../engine/words/wording.ts";
import type { ExplainedMonth, Reason } from "../explained-path.ts";
import { nearestRule, outputsIn, rulesFor } from "./judged-rules.ts";

/** Another party is at fault than last month, or the commissioner's share is another; with what that follows from. */
export function faultReasons(
  contract: Contract,
  month: ExplainedMonth,
  now: Explanation,
  past: ExplainedMonth | undefined,
  before: Explanation | undefined,
): Reason[] {
  const valueBefore = (name: string) => past?.facts[name] ?? contract.facts.get(name)?.default;
  const changed = outputsIn(now).filter((name) => month.facts[name] !== valueBefore(name));
  const moved = changed.includes("fault");
  if (!moved && !changed.includes("faultShare")) return [];
  // Who is at fault says the share too, but where it is shared.
  const told = changed.filter((name) => name !== "faultShare" || !moved || month.facts.fault === "shared");
  return told.flatMap((name): Reason[] => {
    const own = rulesFor(now, name);
    const held = own.filter((rule) => rule.held);
    if (held.length > 0) return held.map((rule) => ({ text: asSentence(rule.text), weight: 1 }));
    const last = rulesFor(before, name).find((rule) => rule.held)?.about?.rule;
    const ceased = own.find((rule) => rule.about?.rule === last) ?? nearestRule(own);
    const value = outcomeWords("set", name, month.facts[name], contractWording(contract, 1));
    return [
      { text: asSentence(`${value} again${ceased === undefined ? "" : `: ${ceased.text}`}`), weight: 1 },
    ];
  });
}
