import type { QuestionSection } from "./question.ts";

const months = {
  unit: "months",
  least: 0,
  most: 120,
  whole: true,
  required: false,
  standard: 0,
  standardFrom: "form",
} as const;
const money = {
  unit: "pounds",
  least: 0,
  most: 1e9,
  required: false,
  standard: 0,
  standardFrom: "form",
} as const;

/** What comes before the contract: the risk begins with the offer. */
export function beforeQuestions(): QuestionSection {
  return {
    id: "before",
    title: "Before the contract",
    intro:
      "An offer costs money before anyone calls it off. Leave these empty to look at the contract alone.",
    questions: [
      {
        ...money,
        path: "before.bidCost",
        ask: "What does it cost you to prepare and make the offer?",
        guidance: "Hours of staff, advice, registration. It is spent whether you win or not.",
        typical: {
          low: 200,
          high: 5000,
          source: "our judgement: two days to six weeks of one person's time",
        },
      },
      {
        path: "before.callOffPer100",
        ask: "Of 100 offers like this one, how many become a contract?",
        guidance: "On a framework or dynamic system being admitted is no contract yet.",
        unit: "of 100",
        least: 0,
        most: 100,
        required: false,
        standard: 100,
        standardFrom: "form",
        typical: {
          low: 5,
          high: 60,
          source: "our judgement: being admitted is no contract, and several offer for each",
        },
      },
      {
        ...months,
        path: "before.lowMonths",
        ask: "How many months pass from the offer to the contract when it is quick?",
        guidance: "Until the award, before the lead-in.",
        typical: { low: 0, high: 3, source: "our judgement" },
      },
      {
        ...months,
        path: "before.likelyMonths",
        ask: "And most likely: how many months pass from the offer to the contract?",
        guidance: "What you would bet on.",
        typical: { low: 1, high: 6, source: "our judgement" },
      },
      {
        ...months,
        path: "before.highMonths",
        ask: "And when it is slow: how many months pass from the offer to the contract?",
        guidance: "An offer that is never called off is held open for this long.",
        typical: { low: 3, high: 18, source: "our judgement" },
      },
      {
        ...money,
        path: "before.holdingPerMonth",
        ask: "What does each month of waiting cost you?",
        guidance: "Staff and rooms that you keep free so that you could start.",
        typical: { low: 0, high: 1000, source: "our judgement: up to half a post kept free" },
      },
      {
        path: "before.standingOffers",
        ask: "How many offers like this one do you have standing at once?",
        guidance: "Several can be called off in one month, and then all want cash together.",
        unit: "contracts",
        least: 1,
        most: 100,
        whole: true,
        typical: {
          low: 1,
          high: 8,
          source: "about 8 per active provider on the DPS (founding briefing, 2017)",
        },
        required: false,
        standard: 1,
        standardFrom: "form",
      },
      {
        path: "before.mostAtOnce",
        ask: "How many such contracts could you run at once?",
        guidance: "What is called off beyond these you would have to turn down. Left empty: all of them.",
        unit: "contracts",
        least: 1,
        most: 100,
        whole: true,
        required: false,
        typical: {
          low: 1,
          high: 8,
          source: "about 8 standing offers per active provider on the DPS (founding briefing, 2017)",
        },
      },
    ],
  };
}
