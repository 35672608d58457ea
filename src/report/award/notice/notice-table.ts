import { numberWords } from "../../../engine/words/value-words.ts";
import { element, type Markup } from "../../markup.ts";
import { fixedSpace } from "../../shown-number.ts";
import { cutToWidth } from "../../visible-width.ts";
import { markBar } from "./mark-bar.ts";
import type { Notice, NoticeScore } from "./notice.ts";
import { reasonSentences } from "./reason-words.ts";
import { shownMarks } from "./shown-marks.ts";
import { totalWords } from "./total-words.ts";
import { mostColumns, winnerKey } from "./winner-columns.ts";

/** Signs on why all scores are what they are that fit on the page; the whole of it stands in the plain text. */
const mostSigns = 4800;
const mostOfOne = 420;

/** Why a score is what it is, cut to what the page holds; empty where its parts say it. */
export function whyIn({ criteria }: Notice): (score: NoticeScore) => string {
  const scored = criteria.reduce((sum, { parts }) => sum + Math.max(1, parts.length), 0);
  const most = Math.min(mostOfOne, Math.max(40, Math.floor(mostSigns / Math.max(1, scored))));
  return ({ parts, reason, assessed }) => {
    if (parts.length > 0) return "";
    const why = reason === undefined ? [] : reasonSentences(reason);
    return cutToWidth([`Assessed: ${assessed}.`, ...why].join(" "), most);
  };
}

/** The scores as a table: importance, marks, the winners' marks, and under each row why. */
export function noticeTable(notice: Notice): Markup[] {
  const { criteria, winners, total, available } = notice;
  const columns = winners.slice(0, mostColumns);
  const heads = ["Weight", "Of", "You", ...columns.map((_, w) => wonHead(columns.length, w))];
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, "What was scored"),
    heads.map((text) => element("th", { scope: "col" }, text)),
    element("th", { scope: "col", class: "bar" }, ""),
  );
  const span = heads.length + 2;
  const why = whyIn(notice);
  const isCut = criteria.some((criterion) =>
    [criterion, ...criterion.parts].some((s) => why(s).endsWith("…")),
  );
  const rows = criteria.flatMap((criterion) => [
    ...scoreRows(criterion, "criterion", span, why(criterion)),
    ...criterion.parts.flatMap((part) => scoreRows(part, "part", span, why(part))),
  ]);
  const sum: NoticeScore = {
    id: "total",
    title: "Total",
    importance: 100,
    assessed: "",
    available,
    ...(total !== undefined && { marks: total }),
    winners: winners.map((winner) => winner.total),
    parts: [],
  };
  const table = element(
    "table",
    {},
    element("thead", {}, head),
    element("tbody", {}, rows, row(sum, "total")),
  );
  return [
    element("div", { class: "scroll" }, table),
    element(
      "p",
      { class: "key" },
      keyWords(notice),
      isCut ? " Where a line ends in …, the plain text has the rest." : "",
    ),
  ];
}

function wonHead(count: number, w: number): string {
  return count === 1 ? "Winner" : `Winner ${w + 1}`;
}

function keyWords(notice: Notice): string {
  const { winners } = notice;
  return `${totalWords(notice)} ${winnerKey(winners, "Winner")}${winners.length === 0 ? "" : " Lines in the bars: the winners."}`;
}

function scoreRows(score: NoticeScore, kind: "criterion" | "part", span: number, why: string): Markup[] {
  if (why === "") return [row(score, kind)];
  return [row(score, kind), element("tr", { class: `why ${kind}` }, element("td", { colspan: span }, why))];
}

function row(score: NoticeScore, kind: string): Markup {
  const { title, importance, available, marks, winners } = score;
  const cell = (text: string, name?: string) =>
    element("td", name === undefined ? {} : { class: name }, text);
  return element(
    "tr",
    { class: kind },
    element("th", { scope: "row" }, title),
    cell(`${numberWords(importance)}${fixedSpace}%`),
    cell(shownMarks(available)),
    cell(shownMarks(marks), "you"),
    winners.slice(0, mostColumns).map((value) => cell(shownMarks(value))),
    element("td", { class: "bar" }, markBar({ ...score, winners: winners.slice(0, mostColumns) })),
  );
}
