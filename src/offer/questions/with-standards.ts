import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { QuestionSection } from "./question.ts";

/**
 * The questions with what holds where they are not answered, given the other answers: places follow the people a month
 * and the months, as they do in the simulation.
 */
export function withStandards(
  sections: readonly QuestionSection[],
  numbers: ReadonlyMap<string, number>,
  { scenario, timeline }: CheckedScenario,
): readonly QuestionSection[] {
  const perMonth = numbers.get("contract.referralsPerMonth");
  const months = numbers.get("contract.referralMonths");
  const { places } = scenario.volume;
  if (places === undefined || (perMonth === undefined && months === undefined)) return sections;
  const before = timeline.lastReferralMonth - timeline.firstReferralMonth + 1;
  const people =
    perMonth === undefined ? (places * (months ?? before)) / before : perMonth * (months ?? before);
  const standard = Math.ceil(people - 1e-9);
  return sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.path === "contract.places"
        ? { ...question, standard, standardFrom: "answers" as const }
        : question,
    ),
  }));
}
