import type { Notice } from "../../report/award/notice/notice.ts";
import { noticeSections } from "../../report/award/notice/notice-sections.ts";
import { dataTable } from "../data-table.ts";
import { element } from "../element.ts";

/** A notice as the bidder would read it: the outcome, the marks, and all that is told in sentences. */
export function noticeView(notice: Notice): HTMLElement {
  const rows = notice.criteria.flatMap((criterion) => [criterion, ...criterion.parts]);
  const words = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(2));
  const table = dataTable(`Marks of ${notice.supplier.name}`, {
    columns: [
      { title: "Criterion" },
      { title: "of", words },
      { title: "you", words },
      { title: "highest", words },
      { title: "middle", words },
    ],
    rows: [
      ...rows.map(({ title, available, marks, spread }) => [
        title,
        available,
        marks ?? null,
        spread?.highest ?? null,
        spread?.middle ?? null,
      ]),
      [
        "Total",
        notice.available,
        notice.total ?? null,
        notice.standing.spread?.highest ?? null,
        notice.standing.spread?.middle ?? null,
      ],
    ],
  });
  return element(
    "section",
    { class: "notice", "aria-label": `Notice to ${notice.supplier.name}` },
    element("h3", {}, `To ${notice.supplier.name}`),
    element("p", { class: "headline" }, notice.headline),
    table,
    ...noticeSections(notice).map(({ title, sentences }) =>
      element(
        "div",
        {},
        element("h4", {}, title),
        element("ul", {}, ...sentences.map((sentence) => element("li", {}, sentence))),
      ),
    ),
  );
}
