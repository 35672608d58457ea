import type { CheckedPolicy } from "../../sim/check-scenario.ts";
import type { QuestionSection } from "./question.ts";

/** The unit prices that terms are paid by: those that a comparison would scale. */
export function pricesOf({ contract }: CheckedPolicy) {
  return [...contract.parameters].filter(
    ([, { parameter }]) => parameter.type === "number" && parameter.scaled,
  );
}

/** What you would charge, under the terms that apply. */
export function priceQuestions(policy: CheckedPolicy): QuestionSection {
  return {
    id: "prices",
    title: "Your prices",
    intro: `What you would charge. The terms are: ${policy.spec.title}.`,
    questions: pricesOf(policy).map(([name, { parameter, value }]) => ({
      path: `prices.${name}`,
      ask: parameter.sentence,
      guidance: "What you are paid for each, before VAT.",
      unit: "pounds" as const,
      least: ("min" in parameter ? parameter.min : undefined) ?? 0,
      most: ("max" in parameter ? parameter.max : undefined) ?? 1e9,
      required: false,
      standard: Number(value),
    })),
  };
}
