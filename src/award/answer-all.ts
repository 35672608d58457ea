import type { Round } from "./judge-round.ts";
import type { RuleAnswers, RuleQuestion } from "./rule-answers.ts";

/** Judges a round to its end with a road that answers at once. */
export function answerAll(
  judging: Generator<RuleQuestion, Round, RuleAnswers>,
  answer: (question: RuleQuestion) => RuleAnswers,
): Round {
  let step = judging.next();
  while (!step.done) step = judging.next(answer(step.value));
  return step.value;
}
