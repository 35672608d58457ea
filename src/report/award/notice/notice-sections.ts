import type { Notice } from "./notice.ts";
import { shownMarks } from "./shown-marks.ts";

/** A heading and the sentences under it, in the order in which a bidder wants to know. */
export type NoticeSection = { readonly title: string; readonly sentences: readonly string[] };

/** What is told in sentences, besides the scores: the same in print and in plain text. */
export function noticeSections(notice: Notice): NoticeSection[] {
  const { outcome } = notice;
  const whyNot = outcome === "left out" ? "Why your offer was left out" : "Why your offer did not win";
  const nearest = outcome === "won" ? "By how much you won" : "What would have won";
  const sections: NoticeSection[] = [
    { title: whyNot, sentences: notice.furtherReasons },
    { title: nearest, sentences: notice.nearestSentences },
    { title: "Did your offer meet local needs?", sentences: notice.localNeeds.sentences },
    { title: "Where you stand", sentences: [...notice.standing.sentences, ...winnerWords(notice)] },
    { title: "What we asked about your price", sentences: notice.asked },
    { title: "What you can do next", sentences: notice.next },
    { title: "What can be worked out from this notice", sentences: notice.caveats },
  ];
  return sections.filter(({ sentences }) => sentences.length > 0);
}

/** Winners that are named; of many, the first. */
const mostNamed = 6;

function winnerWords({ winners, winnersNote, outcome }: Notice): string[] {
  if (winners.length === 0) return ["No offer won."];
  if (outcome === "won" && winners.length === 1) return [];
  const named = winners.slice(0, mostNamed).map(({ name, total }) => `${name} (${shownMarks(total)})`);
  const more = winners.length > mostNamed ? ` and ${winners.length - mostNamed} more` : "";
  return [
    `${winners.length === 1 ? "The winner, with its total" : "Winners, with their totals"}: ${named.join(", ")}${more}. ${winnersNote}`,
  ];
}
