import type { RulesetMonth } from "../engine/evaluate-contract.ts";
import { openCompiledAnswers } from "./compiled-answers.ts";
import { judgeRound, type Round } from "./judge-round.ts";
import type { OpenRound } from "./open-round.ts";
import { reasonsAnswers } from "./reasons-answers.ts";
import type { JudgeOffer, OnJudged } from "./reasons-round.ts";

/**
 * Judges a round with one offer, by its place, on the road of reasons, and the others on the kernel's: what one notice
 * needs.
 */
export async function reasonsOfOne(
  { bound, offers, facts }: Pick<OpenRound, "bound" | "offers" | "facts">,
  place: number,
  judge: JudgeOffer,
  onJudged?: OnJudged,
): Promise<Round> {
  const compiled = openCompiledAnswers(offers.length);
  const judging = judgeRound(bound, offers, facts);
  let step = judging.next();
  while (!step.done) {
    const { rule, columns, asked, isOfHundred } = step.value;
    const others = compiled(step.value);
    const alone = new Uint8Array(offers.length);
    alone[place] = asked[place]!;
    const told = (offer: number, month: RulesetMonth) => {
      if (!isOfHundred) onJudged?.(offer, rule, month);
    };
    const own = await reasonsAnswers({ rule, columns, asked: alone }, (given) => judge(rule, given), told);
    step = judging.next({
      value: (output, offer) => (offer === place ? own : others).value(output, offer),
      decided: (offer) => (offer === place ? own : others).decided(offer),
    });
  }
  return step.value;
}
