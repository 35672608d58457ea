import type { CheckedPolicy } from "../../sim/check-scenario.ts";
import type { Question, QuestionSection, Typical } from "./question.ts";

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
    questions: pricesOf(policy).map(([name, { parameter, value }]): Question => {
      const standard = Number(value);
      return {
        path: `prices.${name}`,
        ask: `How much do you charge: ${lowerFirst(parameter.sentence.replace(/\.$/, ""))}?`,
        guidance: "What you are paid for each, before VAT.",
        unit: "pounds",
        least: ("min" in parameter ? parameter.min : undefined) ?? 0,
        most: ("max" in parameter ? parameter.max : undefined) ?? 1e9,
        ...(standard > 0 && { typical: pricesAbout(standard) }),
        required: false,
        standard,
      };
    }),
  };
}

function pricesAbout(pounds: number): Typical {
  const source =
    "our judgement: half to one and a half times the scenario's; in Restart the price per head rose by a third";
  return { low: Math.round(pounds / 2), high: Math.round(pounds * 1.5), source };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
