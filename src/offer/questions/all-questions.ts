import type { CheckedPolicy, CheckedScenario } from "../../sim/check-scenario.ts";
import { beforeQuestions } from "./before-questions.ts";
import { contractQuestions } from "./contract-questions.ts";
import { costQuestions } from "./cost-questions.ts";
import { limitQuestions } from "./limit-questions.ts";
import { peopleQuestions } from "./people-questions.ts";
import { priceQuestions } from "./price-questions.ts";
import type { QuestionSection } from "./question.ts";

/**
 * All that the form asks about an offer under given terms, in order.
 *
 * Prices come from the terms and outcomes from the scenario, so the form follows both. What an answer would replace
 * stands beside it as `standard`.
 */
export function offerQuestions(checked: CheckedScenario, policy: CheckedPolicy): readonly QuestionSection[] {
  return [
    contractQuestions(checked),
    peopleQuestions(checked),
    priceQuestions(policy),
    costQuestions(checked),
    limitQuestions(checked, policy),
    beforeQuestions(),
  ];
}
