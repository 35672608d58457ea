import type { Contract } from "../../engine/contract.ts";
import { type Explanation, rulesIn } from "../../engine/explanation.ts";
import { asSentence, nameWords } from "../../engine/words/name-words.ts";
import { trackedWords } from "../../engine/words/tracked-words.ts";
import { contractWording } from "../../engine/words/wording.ts";
import type { ExplainedMonth, Reason } from "../explained-path.ts";
import { comparisons, firstFailure } from "./judged-rules.ts";

/** The contract ends, or what its end waits for has changed: months begin to count, or another comparison fails. */
export function terminationReasons(
  contract: Contract,
  month: ExplainedMonth,
  now: Explanation,
  past: ExplainedMonth | undefined,
  before: Explanation | undefined,
): Reason[] {
  return [...countingReasons(contract, month, now, past), ...ruleReasons(now, before)];
}

function countingReasons(
  contract: Contract,
  month: ExplainedMonth,
  now: Explanation,
  past: ExplainedMonth | undefined,
): Reason[] {
  const wording = contractWording(contract, 1, (fact) => month.facts[fact]);
  return contract.tracked.flatMap(({ name, spec }): Reason[] => {
    if (!("consecutive" in spec) || !mentions(now, nameWords(name))) return [];
    const value = Number(month.facts[name]);
    const last = Number(past?.facts[name] ?? 0);
    if (value === last || value > 1) return [];
    const said = value === 0 ? `is back to 0 (it was ${last})` : "is 1";
    return [{ text: asSentence(`${nameWords(name)} ${said}: ${trackedWords(spec, wording)}`), weight: 1 }];
  });
}

function ruleReasons(now: Explanation, before: Explanation | undefined): Reason[] {
  return rulesIn(now).flatMap((rule): Reason[] => {
    if (rule.held) return [{ text: asSentence(rule.text), weight: 3 }];
    const same = before && rulesIn(before).find((other) => other.about!.rule === rule.about!.rule);
    const failed = firstFailure(rule);
    const failedBefore = same && firstFailure(same);
    if (same === undefined || failedBefore === undefined || failed === undefined) return [];
    // What came nearer to hold is news; what fails in the same words as last month (a parameter, say) is not.
    if (failed.place <= failedBefore.place || comparisons(same)[failed.place]?.text === failed.text)
      return [];
    return [{ text: asSentence(rule.text), weight: 1 }];
  });
}

function mentions(of: Explanation, words: string): boolean {
  return of.text.includes(words) || (of.children ?? []).some((child) => mentions(child, words));
}
