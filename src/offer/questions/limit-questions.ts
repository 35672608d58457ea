import type { CheckedPolicy, CheckedScenario } from "../../sim/check-scenario.ts";
import { planOf } from "../../sim/plan-run.ts";
import type { QuestionSection, Typical } from "./question.ts";

/** Your own limits, against which the offer is judged. */
export function limitQuestions(checked: CheckedScenario, policy: CheckedPolicy): QuestionSection {
  const { reserves } = checked.scenario.provider;
  const { contractValue } = planOf(checked, policy, 1);
  /** So many hundredths of what the contract pays to plan, to £100. */
  const ofValue = (low: number, high: number, source: string): { typical?: Typical } => {
    const [from, to] = [low, high].map((share) => Math.round((share * contractValue) / 1_000_000) * 100);
    return contractValue > 0 ? { typical: { low: from!, high: to!, source } } : {};
  };
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
        ...ofValue(
          10,
          25,
          "16 % of what a contract pays in the mental health outcomes contract, 25 % in a model of the Flexible New Deal",
        ),
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
        ...ofValue(0, 10, "our judgement: up to a tenth of what the contract pays"),
        required: false,
        standard: 0,
        standardFrom: "form",
      },
      {
        path: "limits.loss",
        ask: "How much can you bear to lose on it, when all is paid?",
        guidance: "A loss comes out of reserves for good; cash tied up comes back.",
        unit: "pounds",
        least: 0,
        most: 1e9,
        ...ofValue(
          2,
          25,
          "our judgement; probation companies forecast to lose 12 % of what their contracts paid",
        ),
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
