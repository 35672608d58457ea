import type { ImportedProcess } from "../../award/ocds/import-process.ts";
import { poundsWords } from "../../engine/words/value-words.ts";
import { type Emphasis, noEmphasis } from "../emphasis.ts";
import { shownName } from "../visible-width.ts";
import { listLines, wrappedLines } from "../wrapped-lines.ts";
import { offerNotes, requirementNotes } from "./import-notes.ts";
import { statisticsLines } from "./statistics-words.ts";

/** As many awards as anyone reads on a screen; the JSON has them all. */
const mostShown = 20;

/** What was imported, for a terminal: the round, its awards, bid statistics, and what is still to be added. */
export function importText(process: ImportedProcess, width: number, emphasis: Emphasis = noEmphasis): string {
  const { requirement, offers, awards, statistics } = process;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", emphasis.bold(title), ...lines];
  const shown = awards.slice(0, mostShown).map(({ suppliers, pounds }) => {
    const who = suppliers.map(shownName).join(" with ") || "a supplier without a name";
    return pounds === undefined ? `${who}.` : `${who}, for ${poundsWords(pounds * 100)}.`;
  });
  const more =
    awards.length > mostShown ? [`and ${awards.length - mostShown} more; --json has them all.`] : [];
  const count = (number: number, one: string) => `${number} ${number === 1 ? one : `${one}s`}`;
  const lines = [
    ...wrappedLines(shownName(requirement.title), width).map(emphasis.bold),
    ...wrappedLines(
      `${shownName(requirement.commissioner.name)}, ${requirement.criteria.length === 1 ? "1 criterion" : `${requirement.criteria.length} criteria`}, ${count(offers.length, "offer")}, ${count(awards.length, "award")}.`,
      width,
    ).map(emphasis.dim),
    ...section(
      "Awards",
      [...shown, ...more].flatMap((award) => listLines("  · ", award, width)),
    ),
    ...section(
      "Bid statistics",
      statisticsLines(statistics).map((line) => `  ${line}`),
    ),
    ...section(
      "Before a round is run",
      [...requirementNotes(process), ...offerNotes(process)].flatMap((note) =>
        listLines("  · ", note, width),
      ),
    ),
  ];
  return `${lines.join("\n")}\n`;
}
