import { risingAnswers } from "../offer/check-so-far.ts";
import type { OfferNames } from "../offer/offer-document.ts";
import { offerQuestions } from "../offer/questions/all-questions.ts";
import type { Question, QuestionSection } from "../offer/questions/question.ts";
import { withStandards } from "../offer/questions/with-standards.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { askQuestion } from "./ask-question.ts";
import { questionLines } from "./offer-form-words.ts";
import { askNames, type NamesAsked } from "./offer-names-form.ts";

/** What the form is asked with: a terminal, a pipe, or a test. */
export type FormTalk = {
  readonly ask: (prompt: string) => Promise<string | undefined>;
  readonly say: (text: string) => Promise<void>;
};

/** What was answered; `complete` says whether all was asked. */
export type FormAnswers = {
  readonly names: Partial<OfferNames>;
  readonly place: number;
  readonly numbers: ReadonlyMap<string, number>;
  readonly complete: boolean;
};

type Step = { readonly section: QuestionSection; readonly question: Question };

/** Asks an offer question by question; what is wrong with an answer is said at once, and it is asked again. */
export async function askOffer(
  talk: FormTalk,
  checked: CheckedScenario,
  start: {
    readonly names: Partial<OfferNames>;
    readonly place: number;
    readonly numbers: ReadonlyMap<string, number>;
  },
  termsGiven: boolean,
): Promise<FormAnswers> {
  const numbers = new Map(start.numbers);
  let about: NamesAsked = { names: start.names, place: start.place, end: "done" };
  let fromBelow = false;
  for (;;) {
    about = await askNames(talk, checked, about, termsGiven, fromBelow);
    const { names, place } = about;
    if (about.end === "ended") return { names, place, numbers, complete: false };
    const end = await askNumbers(talk, checked, place, numbers);
    if (end !== "back") return { names, place, numbers, complete: end === "done" };
    fromBelow = true;
  }
}

async function askNumbers(
  talk: FormTalk,
  checked: CheckedScenario,
  place: number,
  numbers: Map<string, number>,
): Promise<"done" | "back" | "ended"> {
  const sections = offerQuestions(checked, checked.policies[place]!);
  const steps = sections.flatMap((section) =>
    section.questions.map((question): Step => ({ section, question })),
  );
  const asked = new Set<string>();
  let at = 0;
  let shownSection: QuestionSection | undefined;
  while (at < steps.length) {
    const step = steps[at]!;
    const { section } = step;
    const question = withStandards(sections, numbers, checked)
      .flatMap(({ questions }) => questions)
      .find(({ path }) => path === step.question.path)!;
    if (isIdle(question, numbers)) {
      asked.add(question.path);
      at++;
      continue;
    }
    if (section !== shownSection) await talk.say(`\n${section.title}\n${section.intro}\n`);
    shownSection = section;
    const must = mustAnswer(question, numbers);
    await talk.say(`\n${questionLines(question, at + 1, steps.length, numbers.get(question.path), must)}\n`);
    const next = await askQuestion(talk, question, must, numbers, asked, checked, place);
    if (next === "ended") return "ended";
    if (next === "back") {
      at = stepBefore(steps, at, numbers);
      if (at < 0) return "back";
      // What comes after is asked again, and is not held against what changes now.
      for (const { question: later } of steps.slice(at)) asked.delete(later.path);
      continue;
    }
    asked.add(question.path);
    at++;
    if (next === "skip")
      while (
        at < steps.length &&
        steps[at]!.section === section &&
        !(mustAnswer(steps[at]!.question, numbers) && !numbers.has(steps[at]!.question.path))
      )
        asked.add(steps[at++]!.question.path);
  }
  return "done";
}

const [referrals] = risingAnswers;

/** Few, likely and many referrals are answered together or not at all. */
function isIdle({ path }: Question, numbers: ReadonlyMap<string, number>): boolean {
  const [low, ...others] = referrals as readonly string[];
  if (!others.includes(path) || numbers.has(low!)) return false;
  return true;
}

function mustAnswer({ path, required }: Question, numbers: ReadonlyMap<string, number>): boolean {
  return required || ((referrals as readonly string[]).indexOf(path) > 0 && numbers.has(referrals[0]));
}

function stepBefore(steps: readonly Step[], at: number, numbers: ReadonlyMap<string, number>): number {
  let before = at - 1;
  while (before >= 0 && isIdle(steps[before]!.question, numbers)) before--;
  return before;
}
