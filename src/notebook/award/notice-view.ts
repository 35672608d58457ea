import { numberWords } from "../../engine/words/value-words.ts";
import type { Notice, NoticeScore } from "../../report/award/notice/notice.ts";
import { noticeSections } from "../../report/award/notice/notice-sections.ts";
import { reasonSentences } from "../../report/award/notice/reason-words.ts";
import { shownMarks } from "../../report/award/notice/shown-marks.ts";
import { mostColumns } from "../../report/award/notice/winner-columns.ts";
import { dataTable } from "../data-table.ts";
import { element } from "../element.ts";

/** A notice as the bidder would read it: the outcome, the marks with their weights, why each, and all that is told. */
export function noticeView(notice: Notice): HTMLElement {
  const rows = notice.criteria.flatMap((criterion) => [criterion, ...criterion.parts]);
  const words = shownMarks;
  const winners = notice.winners.slice(0, mostColumns);
  const table = dataTable(`Marks of ${notice.supplier.name}`, {
    columns: [
      { title: "Criterion" },
      { title: "weight", words: (value) => `${numberWords(value)} %` },
      { title: "of", words },
      { title: "you", words },
      ...winners.map((_, w) => ({ title: winners.length === 1 ? "won" : `won ${w + 1}`, words })),
    ],
    rows: [
      ...rows.map(({ title, importance, available, marks, winners: won }) => [
        title,
        importance,
        available,
        marks ?? null,
        ...won.slice(0, mostColumns),
      ]),
      ["Total", 100, notice.available, notice.total ?? null, ...winners.map(({ total }) => total)],
    ],
  });
  const part = (title: string, sentences: readonly string[]) =>
    element(
      "div",
      {},
      element("h4", {}, title),
      element("ul", {}, ...sentences.map((sentence) => element("li", {}, sentence))),
    );
  return element(
    "section",
    { class: "notice", "aria-label": `Notice to ${notice.supplier.name}` },
    element("h3", {}, `To ${notice.supplier.name}`),
    element("p", { class: "headline" }, notice.headline),
    table,
    part("Why each score", rows.filter(({ parts }) => parts.length === 0).map(whyWords)),
    ...noticeSections(notice).map(({ title, sentences }) => part(title, sentences)),
  );
}

/** A score with its weight and why: rating, rule, tender. */
function whyWords({ title, importance, available, marks, reason }: NoticeScore): string {
  const score = marks === undefined ? "not scored" : `${shownMarks(marks)} of ${shownMarks(available)}`;
  const why = reason === undefined ? [] : reasonSentences(reason);
  return [`${title} (${numberWords(importance)} % of all marks), ${score}.`, ...why].join(" ");
}
