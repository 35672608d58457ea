import type { CheckedScenario } from "../sim/check-scenario.ts";
import { answerAt } from "./answer-at.ts";
import { answerWords } from "./answer-words.ts";
import { numbersOf } from "./offer-document.ts";
import type { OwnOffer } from "./own-offer-schema.ts";
import { offerQuestions } from "./questions/all-questions.ts";
import { isUnusual } from "./questions/is-unusual.ts";
import type { Question } from "./questions/question.ts";
import { withStandards } from "./questions/with-standards.ts";
import type { PlannedResult } from "./test/planned-result.ts";

/** What a careful reader would ask about an offer that is in order. */
export type Doubt =
  /** The answer lies outside what others have. */
  | { readonly kind: "unusual"; readonly question: Question; readonly answer: number }
  /** Nothing was answered, so the scenario's figure stands, which is not the provider's. */
  | { readonly kind: "left"; readonly question: Question }
  /** Two answers do not go together. */
  | { readonly kind: "odd"; readonly paths: readonly string[]; readonly sentence: string };

/**
 * Finds what is missing or implausible in an offer that passed its check, in the order of the form; `checked` is the
 * scenario without the offer, and `planned` what the offer comes to if all goes to plan.
 */
export function doubtsOf(
  offer: OwnOffer,
  checked: CheckedScenario,
  place: number,
  planned: PlannedResult,
): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const sections = offerQuestions(checked, checked.policies[place]!);
  for (const { questions } of withStandards(sections, numbersOf(offer), checked))
    for (const question of questions) {
      const answer = answerAt(offer, question.path);
      const { standard } = question;
      if (answer === undefined) {
        if (
          standard !== undefined &&
          !question.path.startsWith("limits.") &&
          (question.standardFrom ?? "scenario") === "scenario"
        )
          doubts.push({ kind: "left", question });
      } else if (isUnusual(question, answer)) doubts.push({ kind: "unusual", question, answer });
    }
  return [...doubts, ...oddPlan(planned), ...oddPairs(offer, checked)];
}

/** Bidders on such contracts reckoned with a margin of about 8 % of income; three times that is too good. */
const mostPlannedMargin = 0.25;

function oddPlan({ income, margin, beyondBudget }: PlannedResult): Doubt[] {
  const pounds = (value: number) => answerWords(Math.round(Math.abs(value)), "pounds");
  const odd = (sentence: string): Doubt[] => [{ kind: "odd", paths: ["prices", "costs"], sentence }];
  if (beyondBudget >= 1)
    return odd(
      `The commissioner's budget, as the scenario has it, runs out, and nobody is sent after that: where all else goes to plan it pays ${pounds(income - beyondBudget)} of ${pounds(income)}.`,
    );
  if (margin < 0)
    return odd(
      `Even if all goes to plan it loses ${pounds(margin)}: it brings in ${pounds(income)} and costs ${pounds(income - margin)}.`,
    );
  if (margin > mostPlannedMargin * income)
    return odd(
      `If all goes to plan you keep ${pounds(margin)} of ${pounds(income)}, which is ${Math.round((100 * margin) / income)} per cent; bidders reckon with about 8 (our judgement). Is a cost missing, or a price too high?`,
    );
  return [];
}

function oddPairs(offer: OwnOffer, { scenario }: CheckedScenario): Doubt[] {
  const { contract, costs, limits, before, referrals } = offer;
  const odd: Doubt[] = [];
  const say = (paths: string[], sentence: string) => odd.push({ kind: "odd", paths, sentence });
  if (limits.loss > limits.cash + (limits.overdraft ?? 0) && limits.cash > 0)
    say(
      ["limits.loss", "limits.cash"],
      "You could bear to lose more than the cash and the overdraft you would put in, so the loss limit can hardly be reached.",
    );
  const posts = costs.posts ?? scenario.costs.posts?.count ?? 0;
  const perMonth = costs.perMonth ?? scenario.costs.perMonth?.mean ?? 0;
  if (posts === 0 && perMonth === 0)
    say(["costs.posts", "costs.perMonth"], "No posts and no monthly cost: who does the work, and where?");
  const { referralsPerMonth, referralMonths, places } = contract;
  if (referralsPerMonth !== undefined && referralMonths !== undefined && places !== undefined) {
    const indicated = referralsPerMonth * referralMonths;
    if (places < 0.8 * indicated || places > 1.2 * indicated)
      say(
        ["contract.places", "contract.referralsPerMonth"],
        `${referralsPerMonth} people a month for ${referralMonths} months are ${indicated} people, and ${places} places were given.`,
      );
  }
  if (referrals !== undefined && referrals.lowPer100 === referrals.highPer100)
    say(
      ["referrals"],
      "Few, likely and many referrals are the same, so no doubt about referrals is simulated.",
    );
  if (before !== undefined && before.callOffPer100 === 0)
    say(["before.callOffPer100"], "An offer that never becomes a contract can only cost money.");
  return odd;
}
