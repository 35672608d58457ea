import { type Draft, emptyDraft } from "./draft.ts";

const between = "*";
const before = "_";
const longest = 8000;
const mostAnswers = 200;

/**
 * The answers of a draft as a text for a link, short and without the names that it holds: a link is passed on.
 *
 * @example linkedAnswers(draft) // "contract.places_60*costs.setUp_5000"
 */
export function linkedAnswers({ typed }: Draft): string {
  return [...typed]
    .filter(([, text]) => text.trim() !== "")
    .map(([path, text]) => `${path}${before}${text.trim().replaceAll(",", "")}`)
    .join(between);
}

/** The draft of a link; what does not look like an answer is left out. */
export function draftOfLink(scenario: string, terms: string | undefined, answers: string): Draft {
  const typed = new Map<string, string>();
  for (const part of answers.slice(0, longest).split(between).slice(0, mostAnswers)) {
    const [path = "", text = ""] = part.split(before);
    if (/^[a-zA-Z0-9.]{1,120}$/.test(path) && text.length <= 40) typed.set(path, text);
  }
  return { ...emptyDraft(scenario, terms), typed };
}
