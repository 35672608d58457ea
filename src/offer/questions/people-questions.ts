import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { startsShare } from "../starts-share.ts";
import type { Question, QuestionSection, Typical } from "./question.ts";

const view = { unit: "of 100", least: 0, most: 1000, required: false } as const;

/** Your own view of referrals; a scenario's stands where it is left out. */
const referralQuestions: readonly Question[] = [
  {
    ...view,
    path: "referrals.lowPer100",
    ask: "When few people come: of 100 referrals indicated, how many are made?",
    guidance: "Answer all three of these or none. Left empty, the scenario's spread of referrals is used.",
    typical: {
      low: 26,
      high: 48,
      source: "26 in ESF Families by late 2013, 34 for Work Programme health groups, 48 in Restart",
    },
  },
  {
    ...view,
    path: "referrals.likelyPer100",
    ask: "And most likely: of 100 referrals indicated, how many are made?",
    guidance: "What you would bet on, from your own years if you have them (see riskshare calibrate).",
    typical: {
      low: 66,
      high: 86,
      source: "86 in Fair Start Scotland over three years, 66 in probation 2015-16",
    },
  },
  {
    ...view,
    path: "referrals.highPer100",
    ask: "And when many come: of 100 referrals indicated, how many are made?",
    guidance: "More than were indicated can come; places still limit what is paid.",
    typical: { low: 100, high: 109, source: "109 in the first year of the Work Programme" },
  },
];

/** How many of 100 starters stay in work for so many weeks, from what was achieved to what was bid. */
const outcomeTypicals: ReadonlyMap<string, Typical> = new Map([
  [
    "13",
    {
      low: 12,
      high: 32,
      source:
        "12 in Pathways and 23 in Fair Start Scotland, where 37 and 36 were bid; 32 in the Work Programme at best",
    },
  ],
  [
    "26",
    {
      low: 5,
      high: 32,
      source:
        "18 in Fair Start Scotland where 30 were bid; 5 for health groups and up to 32 for others in the Work Programme",
    },
  ],
  ["52", { low: 7, high: 20, source: "14 in Fair Start Scotland where 25 were bid; our judgement: 7 to 20" }],
]);

/** Told by the weeks in an outcome's title or name; another kind of outcome has no range. */
function outcomeTypical({ id, title }: { id: string; title?: string | undefined }): { typical?: Typical } {
  const weeks = /(\d+)\s*weeks?/i.exec(title ?? "")?.[1] ?? /(\d+)Weeks?/.exec(id)?.[1];
  const typical = weeks === undefined ? undefined : outcomeTypicals.get(weeks);
  return typical === undefined ? {} : { typical };
}

/** What you expect to deliver. */
export function peopleQuestions({ scenario }: CheckedScenario): QuestionSection {
  const { startRate, stages } = scenario.delivery;
  return {
    id: "people",
    title: "People",
    intro: "How many come, how many start and how many reach an outcome.",
    questions: [
      ...referralQuestions,
      {
        path: "delivery.startsPer100",
        ask: "Of 100 people referred, how many start with you?",
        guidance: "Count people who begin the programme, and not those who only come to a first meeting.",
        unit: "of 100",
        least: 0,
        most: 100,
        typical: {
          low: 67,
          high: 95,
          source: "67 in Fair Start Scotland, 75 in the Work and Health Programme, 95 in the Work Programme",
        },
        required: false,
        standard: 100 * startRate.believed,
      },
      ...stages.map(
        (stage): Question => ({
          path: `delivery.outcomesPer100.${stage.id}`,
          ask: `Of 100 people who start, how many reach this: ${stage.title ?? stage.id}?`,
          guidance:
            "Use what you have achieved and not what you hope for. Bids have been out by a third to two thirds.",
          unit: "of 100",
          least: 0,
          most: 100,
          ...outcomeTypical(stage),
          required: false,
          standard: 100 * startsShare(scenario, stage.id),
        }),
      ),
    ],
  };
}
