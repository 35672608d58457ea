import type { RulesetMonth } from "../engine/evaluate-contract.ts";
import type { FactValue } from "../engine/fact.ts";
import type { BoundRule } from "./bound-requirement.ts";
import { judgeRound, type Round } from "./judge-round.ts";
import type { OpenRound } from "./open-round.ts";
import { reasonsAnswers } from "./reasons-answers.ts";

/** Asks one bound ruleset of one offer on json-rules-engine. */
export type JudgeOffer = (
  rule: BoundRule,
  facts: Readonly<Record<string, FactValue>>,
) => Promise<RulesetMonth>;

/** Is called for each offer and ruleset with how its rules were judged. */
export type OnJudged = (offer: number, rule: BoundRule, month: RulesetMonth) => void;

/**
 * Judges a round on the road of reasons: the witness of the compiled one, and what explanations come from.
 */
export async function reasonsRound(
  { bound, offers, facts }: Pick<OpenRound, "bound" | "offers" | "facts">,
  judge: JudgeOffer,
  onJudged?: OnJudged,
): Promise<Round> {
  const judging = judgeRound(bound, offers, facts);
  let step = judging.next();
  while (!step.done) {
    const { rule, isOfHundred } = step.value;
    step = judging.next(
      await reasonsAnswers(
        step.value,
        (given) => judge(rule, given),
        // What is told is how the criterion's own points came about.
        isOfHundred ? undefined : onJudged && ((offer, month) => onJudged(offer, rule, month)),
      ),
    );
  }
  return step.value;
}
