import { samples } from "riskshare:own-offers";
import { type Draft, draftOf, emptyDraft } from "./draft.ts";
import { linkedDraft } from "./draft-link.ts";
import { keptDraft } from "./kept-draft.ts";

/** What the form can open with, the best first: the answers of a link, what this tab kept, the shipped example. */
function firstDrafts(): readonly Draft[] {
  const example = samples[0] === undefined ? emptyDraft("dps-2017") : draftOf(samples[0]);
  return [linkedDraft(), keptDraft(), example].filter((draft) => draft !== undefined);
}

/** Fills in the first of them that has a form: a link can be of another version, or made up. */
export async function fillFirst({ fill }: { readonly fill: (draft: Draft) => Promise<void> }): Promise<void> {
  const drafts = firstDrafts();
  for (const [place, draft] of drafts.entries())
    try {
      return await fill(draft);
    } catch (error) {
      if (place === drafts.length - 1) throw error;
    }
}
