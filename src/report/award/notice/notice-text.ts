import { numberWords } from "../../../engine/words/value-words.ts";
import { fixedSpace } from "../../shown-number.ts";
import { cutToWidth, padToWidth } from "../../visible-width.ts";
import { listLines, wrappedLines } from "../../wrapped-lines.ts";
import type { Notice, NoticeScore } from "./notice.ts";
import { noticeSections } from "./notice-sections.ts";
import { partyWords } from "./party-words.ts";
import { reasonSentences } from "./reason-words.ts";
import { shownMarks } from "./shown-marks.ts";
import { totalWords } from "./total-words.ts";
import { mostColumns, winnerKey } from "./winner-columns.ts";

/** Columns of the text: what a letter or a mail takes. */
const width = 80;

/** A notice as plain text, 80 columns wide. */
export function noticeText(notice: Notice): string {
  const { requirement, supplier, commissioner } = notice;
  const lines = [
    ...wrappedLines(`Assessment summary: ${requirement.title}`, width),
    "═".repeat(width),
    ...field("From", partyWords(commissioner)),
    ...field("To", partyWords(supplier)),
    ...field("Offer", `${notice.offer}, to requirement ${requirement.id} of ${requirement.published}`),
    "",
    ...wrappedLines(notice.headline, width),
    "",
    ...scoreTable(notice),
    "",
    ...wrappedLines(totalWords(notice), width),
    "",
    "Why each score",
    ...notice.criteria.flatMap(explained),
    ...noticeSections(notice).flatMap(({ title, sentences }) => [
      "",
      title,
      ...sentences.flatMap((sentence) => listLines("  · ", sentence, width)),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function field(name: string, text: string): string[] {
  return listLines(`${padToWidth(name, 7, "end")}`, text, width);
}

function scoreTable({ criteria, winners, total, available }: Notice): string[] {
  const heads = [
    "weight",
    "of",
    "you",
    ...winners.slice(0, mostColumns).map((_, w) => (winners.length === 1 ? "won" : `won ${w + 1}`)),
  ];
  const row = (score: Omit<NoticeScore, "assessed" | "parts" | "id">): string[] => [
    `${numberWords(score.importance)}${fixedSpace}%`,
    shownMarks(score.available),
    shownMarks(score.marks),
    ...score.winners.slice(0, mostColumns).map(shownMarks),
  ];
  const all = criteria.flatMap((criterion) => [
    { title: criterion.title, cells: row(criterion) },
    ...criterion.parts.map((part) => ({ title: `  ${part.title}`, cells: row(part) })),
  ]);
  all.push({
    title: "Total",
    cells: row({
      title: "",
      importance: 100,
      available,
      ...(total !== undefined && { marks: total }),
      winners: winners.map((winner) => winner.total),
    }),
  });
  const wide = heads.map((head, c) => Math.max(head.length, ...all.map(({ cells }) => cells[c]!.length)));
  const rest = wide.reduce((sum, w) => sum + w + 1, 0);
  const titleWidth = width - rest;
  const line = (title: string, cells: readonly string[]) =>
    `${padToWidth(cutToWidth(title, titleWidth), titleWidth, "end")}${cells.map((text, c) => ` ${text.padStart(wide[c]!)}`).join("")}`;
  return [
    line("Marks", heads),
    "─".repeat(width),
    ...all.slice(0, -1).map(({ title, cells }) => line(title, cells)),
    "─".repeat(width),
    line("Total", all.at(-1)!.cells),
    ...wrappedLines(winnerKey(winners, "won"), width),
  ];
}

function explained(criterion: NoticeScore): string[] {
  const scores = criterion.parts.length === 0 ? [criterion] : criterion.parts;
  return scores.flatMap(({ title, assessed, reason, marks, available }) => {
    const score = marks === undefined ? "not scored" : `${shownMarks(marks)} of ${shownMarks(available)}`;
    const why = reason === undefined ? [] : reasonSentences(reason);
    return listLines("  · ", `${title}, ${score} (${assessed}). ${why.join(" ")}`, width);
  });
}
