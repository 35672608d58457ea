import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { QuestionSection } from "./question.ts";

/** Your own limits, against which the offer is judged. */
export function limitQuestions({ scenario }: CheckedScenario): QuestionSection {
  const { reserves, overdraft } = scenario.provider;
  return {
    id: "limits",
    title: "Your limits",
    intro: "What you can bear. Only you can answer these, and the verdict is given against them.",
    questions: [
      {
        path: "limits.cash",
        ask: "How much of your own cash can be tied up in this contract?",
        guidance: "Free reserves that you can do without while you wait to be paid.",
        unit: "pounds",
        least: 0,
        most: 1e9,
        required: true,
        ...(reserves && { standard: reserves.mean }),
      },
      {
        path: "limits.overdraft",
        ask: "What would the bank lend on top?",
        guidance:
          "An agreed overdraft. When cash and overdraft are gone the contract is handed back in the model.",
        unit: "pounds",
        least: 0,
        most: 1e9,
        required: false,
        standard: overdraft?.mean ?? 0,
      },
      {
        path: "limits.loss",
        ask: "How much can you bear to lose on it, when all is paid?",
        guidance: "A loss comes out of reserves for good; cash tied up comes back.",
        unit: "pounds",
        least: 0,
        most: 1e9,
        required: true,
      },
      {
        path: "limits.marginPercent",
        ask: "What margin do you need on average, in per cent of income?",
        guidance: "0 means that it must pay for itself; add what your reserves policy asks for.",
        unit: "per cent",
        least: -100,
        most: 100,
        typical: { low: 0, high: 8, source: "our judgement: 8 per cent is what a bidder reckons with" },
        required: false,
        standard: 0,
        standardFrom: "form",
      },
      {
        path: "limits.oneIn",
        ask: "How rare must it be that the cash or the loss goes over the limit: one time in how many?",
        guidance: "20 means that 19 contracts like it in 20 stay within.",
        unit: "contracts",
        least: 2,
        most: 1000,
        whole: true,
        typical: { low: 10, high: 100, source: "our judgement; 20 is the usual choice" },
        required: false,
        standard: 20,
        standardFrom: "form",
      },
    ],
  };
}
