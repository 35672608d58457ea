import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { Figure } from "../../sim/figure.ts";
import { usualBelow } from "../post-release.ts";
import type { Question, QuestionSection } from "./question.ts";

const money = { unit: "pounds", least: 0, most: 1e9, required: false } as const;

/** Fewer than half: "fewer than 50 in 100". */
function letGoWords(below: number): string {
  return `fewer than ${Math.round(100 * below)} in 100`;
}

/** What it costs you. */
export function costQuestions({ scenario }: CheckedScenario): QuestionSection {
  const { costs, delivery } = scenario;
  const setUp = Array.isArray(costs.setUp)
    ? costs.setUp.reduce((sum, { pounds }) => sum + pounds.mean, 0)
    : (costs.setUp?.mean ?? 0);
  const stands = (figure: Figure | undefined) => ({ standard: figure?.mean ?? 0 });
  return {
    id: "costs",
    title: "Your costs",
    intro: "What you would spend. Use what such work has cost you, with its share of overheads.",
    questions: [
      {
        ...money,
        path: "costs.setUp",
        ask: "What do you spend before the first person comes?",
        guidance: "Recruiting, training, rooms, equipment and salaries of the lead-in, as one sum.",
        typical: { low: 2500, high: 8000, source: "our judgement for a contract of 60 places" },
        standard: setUp,
      },
      {
        path: "costs.posts",
        ask: "How many posts do you pay for it?",
        guidance: "Whole or half posts, such as 1.5, while the contract runs.",
        unit: "posts",
        least: 0,
        most: 1000,
        typical: { low: 0.5, high: 2, source: "our judgement for a contract of 60 places" },
        required: false,
        standard: costs.posts?.count ?? 0,
      },
      {
        ...money,
        path: "costs.postCostPerYear",
        ask: "What does one whole post cost a year?",
        guidance: "Salary with employer's National Insurance and pension.",
        typical: {
          low: 15000,
          high: 45000,
          source: "our judgement: from 15,000 a year for a junior adviser in 2017 to 45,000 for a manager",
        },
        ...stands(costs.posts?.costPerYear),
      },
      {
        path: "costs.postsToLetGo",
        ask: "How many of these posts could you let go, or put to other work, if few people come?",
        guidance: `They go when ${letGoWords(costs.posts?.release?.below ?? usualBelow)} of those indicated came in three months, after a month to decide and a month of notice or more. Type 0 if you could not.`,
        unit: "posts",
        least: 0,
        most: 1000,
        typical: { low: 0, high: 1, source: "our judgement for a contract of 60 places" },
        required: false,
        standard: costs.posts?.release?.most ?? 0,
      },
      {
        ...money,
        path: "costs.perMonth",
        ask: "What else do you pay each month, however many people come?",
        guidance: "Rent, software, management, insurance, up to the last month in which people are referred.",
        typical: { low: 0, high: 3000, source: "our judgement for a contract of 60 places" },
        ...stands(costs.perMonth),
      },
      {
        ...money,
        path: "costs.trackingPerMonth",
        ask: "What do you pay each month after the last referral, until the last outcome is proved?",
        guidance:
          "In-work support and evidence go on after people have stopped coming. Do not count posts again.",
        typical: { low: 0, high: 1000, source: "our judgement for a contract of 60 places" },
        ...stands(costs.trackingPerMonth),
      },
      {
        ...money,
        path: "costs.perReferral",
        ask: "What does each person referred cost you, start or no start?",
        guidance: "A first meeting, letters, travel. Do not count posts again.",
        typical: { low: 0, high: 100, source: "our judgement" },
        ...stands(costs.perReferral),
      },
      {
        ...money,
        path: "costs.perStart",
        ask: "What does each person who starts cost you beyond staff?",
        guidance: "Travel, materials, training bought in.",
        typical: {
          low: 0,
          high: 600,
          source: "our judgement; the Work Programme spent 630 on each person of its health groups in all",
        },
        ...stands(costs.perStart),
      },
      ...delivery.stages.map(
        (stage): Question => ({
          ...money,
          path: `costs.perOutcome.${stage.id}`,
          ask: `What does each outcome cost you beyond staff: ${stage.title ?? stage.id}?`,
          guidance: "In-work support and evidence that they are still in work.",
          typical: {
            low: 0,
            high: 600,
            source: "our judgement; proving outcomes took about 10 % of contract value (ERSA)",
          },
          ...stands(costs.perOutcome[stage.id]),
        }),
      ),
      {
        ...money,
        path: "costs.onEarlyEnd",
        ask: "What must you still pay if the contract ends early?",
        guidance: "Redundancy, a lease that runs on.",
        typical: { low: 0, high: 10000, source: "our judgement for a contract of 60 places" },
        ...stands(costs.onEarlyEnd),
      },
    ],
  };
}
