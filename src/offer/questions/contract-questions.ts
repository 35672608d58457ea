import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { indicativePerMonth } from "../../sim/timeline.ts";
import type { QuestionSection } from "./question.ts";

/** What the requirement says: the contract that would be signed. */
export function contractQuestions({ scenario, timeline }: CheckedScenario): QuestionSection {
  const { contract, volume } = scenario;
  const { firstReferralMonth, lastReferralMonth } = timeline;
  return {
    id: "contract",
    title: "The contract",
    intro: "What the requirement says. You find these in the invitation.",
    questions: [
      {
        path: "contract.referralsPerMonth",
        ask: "How many people a month does the requirement say will be referred?",
        guidance:
          "The indicative volume. It is a forecast and no promise; how far it can be missed is simulated.",
        unit: "people",
        least: 0,
        most: 100_000,
        typical: {
          low: 1,
          high: 50,
          source: "our judgement: 6 are 60 places in ten months; more than 50 is a prime contractor's area",
        },
        required: false,
        standard: indicativePerMonth(timeline),
      },
      {
        path: "contract.referralMonths",
        ask: "For how many months are people referred?",
        guidance: "From the first referral to the last; outcomes are followed for longer.",
        unit: "months",
        least: 1,
        most: 120,
        whole: true,
        typical: {
          low: 8,
          high: 60,
          source: "8 months in an LSE note on service fees, 60 in the Work Programme",
        },
        required: false,
        standard: lastReferralMonth - firstReferralMonth + 1,
      },
      {
        path: "contract.places",
        ask: "How many places are called off in all?",
        guidance: "Nobody is paid for beyond these. Left empty: people a month times months.",
        unit: "people",
        least: 0,
        most: 1_000_000,
        whole: true,
        typical: {
          low: 10,
          high: 1000,
          source: "our judgement: from a group for one jobcentre to a small charity's largest contract",
        },
        required: false,
        ...(volume.places !== undefined && { standard: volume.places }),
      },
      {
        path: "contract.leadInMonths",
        ask: "How many months after the award can you take the first person?",
        guidance: "Time to recruit, train and find rooms. You are paid little or nothing in it.",
        unit: "months",
        least: 0,
        most: 120,
        whole: true,
        typical: { low: 1, high: 3, source: "our judgement: 1 month for a generalist, 3 for complex needs" },
        required: false,
        standard: contract.leadInMonths,
      },
      {
        path: "contract.paymentTermDays",
        ask: "Within how many days is an invoice paid?",
        guidance: "Public bodies must pay undisputed invoices within 30 days.",
        unit: "days",
        least: 0,
        most: 365,
        whole: true,
        typical: {
          low: 30,
          high: 60,
          source: "30 days by law (Procurement Act 2023, section 68); 60 is late",
        },
        required: false,
        standard: contract.paymentTermDays,
      },
    ],
  };
}
