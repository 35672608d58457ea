import type { CheckedOffer } from "../../../award/check-offers.ts";
import type { Reason } from "../../../award/judge-round.ts";
import type { Offer } from "../../../award/offer-schema.ts";
import type { Repairs } from "../../../award/repairs.ts";
import type { RulesetMonth } from "../../../engine/evaluate-contract.ts";
import { reasonsFor } from "../../../engine/explain-condition.ts";
import { readsOf } from "../../../engine/scope.ts";
import { asSentence, listWords, nameWords } from "../../../engine/words/name-words.ts";
import { shownName } from "../../visible-width.ts";
import { factPhrase } from "./fact-change-words.ts";
import { hiddenFacts, ownWording } from "./hidden-facts.ts";

/** Why a condition left an offer out: what the bidder offered and what would have passed, else as the rule found it. */
export function gateWords(
  reason: Reason,
  { offer }: CheckedOffer,
  repairs: Repairs | undefined,
  month: RulesetMonth | undefined,
): string {
  const { rule, output } = reason;
  const title = `Not met: “${shownName(rule.ruleset.title)}”`;
  const failed = `${title} (${nameWords(output)}).`;
  const facts = repairs?.gates.find(
    (gate) => gate.reason.rule === rule && gate.reason.output === output,
  )?.facts;
  if (facts === undefined || facts.length === 0) {
    const found = foundWords(reason, month);
    return found === undefined ? failed : `${failed} We found: ${found}`;
  }
  const special = facts.flatMap(({ fact }) => ownWords(fact, offer));
  if (special.length > 0) return `${title}. ${special.join(" ")}`;
  const had = facts.map(({ fact, from }) => factPhrase(fact, from));
  const needed = facts.map(({ fact, to }) => factPhrase(fact, to));
  return `${failed} Your offer has ${listWords(had)}; ${listWords(needed)} would have passed.`;
}

/** What is told in the words of the file and not as a figure: grounds of exclusion, a low price explained in vain. */
function ownWords(fact: string, { exclusions, lowPrice }: Offer): string[] {
  if (fact === "excludedByLaw" && exclusions.length > 0) {
    const grounds = exclusions.map((ground) => `“${shownName(ground)}”`);
    return [
      `We found that ${grounds.length === 1 ? "this ground" : "these grounds"} of exclusion in law ${grounds.length === 1 ? "applies" : "apply"} to you: ${listWords(grounds)}.`,
    ];
  }
  if (fact === "lowPriceExplanation" && lowPrice !== undefined)
    return [
      `We found your price abnormally low and asked you to explain it. You explained: “${shownName(lowPrice.explanation)}” We did not accept that explanation.`,
    ];
  return [];
}

/** What the rule found, with the offer's own values; undefined where it looked at other offers too. */
function foundWords({ rule, output }: Reason, month: RulesetMonth | undefined): string | undefined {
  if (month === undefined) return undefined;
  const hidden = hiddenFacts(rule.contract);
  if (readsOf(month.ruleset).some((name) => hidden.has(name))) return undefined;
  let from = 0;
  for (const [s, stage] of month.ruleset.stages.entries()) {
    const r = stage.rules.findIndex(
      ({ event }, k) => event.params.output === output && month.judgements[from + k]!.held,
    );
    if (r >= 0) {
      const found = reasonsFor(month.judgements[from + r]!.trace, ownWording(rule.contract, month.read[s]!));
      const words = asSentence(listWords(found));
      // Cut, not rounded: what is under a standard must not look as if it reached it.
      return rule.ruleset.kind === "standard" ? words.replace(/(\.\d\d)\d+(?=\u00a0%)/g, "$1") : words;
    }
    from += stage.rules.length;
  }
  return undefined;
}
