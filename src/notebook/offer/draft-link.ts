import { keepState, stateOf } from "../url-state.ts";
import type { Draft } from "./draft.ts";
import { draftOfLink, linkedAnswers } from "./linked-answers.ts";

const names = ["scenario", "terms", "answers"] as const;

/** The draft that the address holds; undefined where it holds none. */
export function linkedDraft(): Draft | undefined {
  const [scenario, terms, answers] = names.map(stateOf);
  return scenario === undefined ? undefined : draftOfLink(scenario, terms, answers ?? "");
}

/** Fills in the draft of a link that is followed within the page. */
export function followLinks(fill: (draft: Draft) => void): void {
  addEventListener("hashchange", () => {
    const draft = linkedDraft();
    if (draft !== undefined) fill(draft);
  });
}

/** Takes the link out of the address once the form holds something else, so that loading again brings that back. */
export function leaveLink(draft: Draft): void {
  const { scenario, terms } = draft.names;
  const now = [scenario, terms, linkedAnswers(draft)];
  const isLinked = names.every((name, n) => stateOf(name) === undefined || stateOf(name) === now[n]);
  if (!isLinked) for (const name of names) keepState(name, undefined);
}
