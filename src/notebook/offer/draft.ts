import type { Problem } from "../../engine/problem.ts";
import { numberWords } from "../../offer/answer-words.ts";
import { numbersOf, type OfferDocument, type OfferNames, offerDocument } from "../../offer/offer-document.ts";
import type { QuestionSection } from "../../offer/questions/question.ts";
import { typedAnswer } from "../../offer/typed-answer.ts";

/** What stands in the form: who makes the offer, and by path what was typed, be it an answer or not. */
export type Draft = { readonly names: OfferNames; readonly typed: ReadonlyMap<string, string> };

/** A draft read: the offer that it is, and what keeps it from being one. */
export type ReadDraft = {
  readonly offer: OfferDocument;
  /** By path, what is wrong with what was typed. */
  readonly faults: ReadonlyMap<string, Omit<Problem, "where">>;
  /** Paths that must be answered and are not. */
  readonly needed: readonly string[];
  /** Paths of answers that these terms do not ask for; they are kept and are no part of the offer. */
  readonly aside: readonly string[];
};

/** What an organisation without a name is called, as an offer must have one. */
export const unnamedProvider = "Our organisation";

/** The draft that an offer fills in. */
export function draftOf(offer: OfferDocument): Draft {
  const { id, provider, title, scenario, terms } = offer;
  const typed = new Map([...numbersOf(offer)].map(([path, value]) => [path, numberWords(value)]));
  return { names: { id, provider, title, scenario, terms }, typed };
}

/** An empty draft for a scenario. */
export function emptyDraft(scenario: string, terms?: string): Draft {
  return { names: { id: "my-offer", provider: "", scenario, terms }, typed: new Map() };
}

/** Reads a draft by the questions of its form. */
export function readDraft({ names, typed }: Draft, sections: readonly QuestionSection[]): ReadDraft {
  const numbers = new Map<string, number>();
  const faults = new Map<string, Omit<Problem, "where">>();
  const needed: string[] = [];
  const asked = new Set<string>();
  for (const { questions } of sections)
    for (const question of questions) {
      const { path, required } = question;
      asked.add(path);
      const text = typed.get(path)?.trim() ?? "";
      if (text === "") {
        if (required) needed.push(path);
        continue;
      }
      const { value, fault } = typedAnswer(text, question);
      if (fault === undefined) numbers.set(path, value);
      else faults.set(path, fault);
    }
  const aside = [...typed].flatMap(([path, text]) => (asked.has(path) || text.trim() === "" ? [] : [path]));
  const title = names.title?.trim();
  const whole: OfferNames = {
    ...names,
    provider: names.provider.trim() || unnamedProvider,
    title: title === "" ? undefined : title,
  };
  return { offer: offerDocument(whole, numbers), faults, needed, aside };
}
