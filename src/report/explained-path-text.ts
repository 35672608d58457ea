import { escapedText } from "../engine/shown-text.ts";
import { asSentence, listWords } from "../engine/words/name-words.ts";
import { numberWords } from "../engine/words/value-words.ts";
import { askedWords, titleWords } from "./asked-words.ts";
import { basisMeaning } from "./basis-words.ts";
import type { Emphasis } from "./emphasis.ts";
import { explainedMonthText } from "./explained-month-text.ts";
import type { Decisions, ExplainedPath, Reason } from "./explained-path.ts";
import { neverOwed, pathTable } from "./path-table.ts";
import { sourceWords } from "./source-words.ts";
import { shownName } from "./visible-width.ts";
import { listLines, wrappedLines } from "./wrapped-lines.ts";

export type TextOptions = {
  readonly width: number;
  readonly emphasis: Emphasis;
  /** The one month to tell all of; the whole path in short where left out. */
  readonly month?: number | undefined;
};

const mostReasons = 14;

/** An explained future as people read it in a terminal: its months, what was decided and why, who bore what. */
export function explainedPathText(of: ExplainedPath, options: TextOptions): string {
  const width = Math.min(options.width, 120);
  const { emphasis, month } = options;
  const body =
    month === undefined
      ? pathLines(of, options.width, width, emphasis)
      : explainedMonthText(of, month, width, emphasis);
  return `${[...headLines(of, width, emphasis), "", ...body].join("\n")}\n`;
}

function headLines(of: ExplainedPath, width: number, emphasis: Emphasis): string[] {
  const scale = of.policy.priceScale === 1 ? "" : `, unit prices × ${of.policy.priceScale.toFixed(4)}`;
  const chosen =
    of.at === null
      ? ""
      : ` Chosen at ${of.at}: ${shareWords(of.at)} of these futures leave the provider as little or less.`;
  return [
    ...wrappedLines(`${titleWords(of.title, of)} – ${shownName(of.policy.title)}`, width).map(emphasis.bold),
    ...askedWords(of).flatMap((sentence) => wrappedLines(sentence, width)),
    ...(of.requirement === null ? [] : wrappedLines(asSentence(basisMeaning(of)), width)),
    ...wrappedLines(
      `Future ${numberWords(of.path)} of ${numberWords(of.paths)} (policy ${of.policy.id}, seed ${shownName(of.seed)}, ${of.sampling === undefined ? "" : "quasi-random futures, "}${of.basis}${scale}), replayed month by month through json-rules-engine and equal to the simulation to the penny.${chosen}`,
      width,
    ),
  ];
}

function shareWords(at: number): string {
  return at === 0.5 ? "half" : `${numberWords(at * 100)}\u00a0%`;
}

function pathLines(of: ExplainedPath, full: number, width: number, emphasis: Emphasis): string[] {
  const never = neverOwed(of);
  const notes = [
    "In pounds, owed in the month; cash moves when it is paid.",
    ...(never.length === 0 ? [] : [`Never owed: ${listWords(never)}.`]),
    ...afterwardsWords(of),
  ];
  return [
    ...pathTable(of, full, emphasis),
    ...wrappedLines(notes.join(" "), width).map(emphasis.dim),
    "",
    emphasis.bold("What was decided, and why"),
    ...decisionLines(of.decisions, width, emphasis),
    "",
    emphasis.bold("Who bore what"),
    ...of.summary.flatMap((text) => listLines("  ", text, width)),
  ];
}

function afterwardsWords(of: ExplainedPath): string[] {
  const last = of.afterwards.at(-1);
  if (last === undefined) return [];
  const received = of.afterwards.reduce((sum, month) => sum + month.received, 0);
  const charged = of.afterwards.reduce((sum, month) => sum + month.interest, 0);
  const interest = charged === 0 ? "" : `, and £${numberWords(Math.round(charged))} of interest is charged`;
  return [
    asSentence(
      `after month ${of.months.length} another £${numberWords(Math.round(received))} is received, the last in month ${last.month}${interest}`,
    ),
  ];
}

/** Reasons month by month, their sources numbered; of many, those that weigh most. */
function decisionLines(decisions: readonly Decisions[], width: number, emphasis: Emphasis): string[] {
  const count = (weight: number) =>
    decisions.flatMap((d) => d.reasons).filter((reason) => reason.weight >= weight).length;
  const least = [1, 2, 3].find((weight) => count(weight) <= mostReasons) ?? 3;
  const left = count(1) - count(least);
  const sources: string[] = [];
  const lines = decisions.flatMap(({ month, reasons }) => {
    const shown = reasons.filter((reason) => reason.weight >= least);
    return shown.length === 0
      ? []
      : [`Month ${month}`, ...shown.flatMap((reason) => reasonLines(reason, sources, width))];
  });
  if (lines.length === 0) return ["  Nothing was."];
  const more = `${left} smaller ${left === 1 ? "change is" : "changes are"} left out; --month M tells all of a month.`;
  return [
    ...lines,
    ...(left === 0 ? [] : [emphasis.dim(`  ${more}`)]),
    ...(sources.length === 0 ? [] : ["", emphasis.bold("Sources")]),
    ...sources.flatMap((source, s) => listLines(`  [${s + 1}] `, source, width)),
  ];
}

/** A reason with the numbers of its sources, which are added to the list where they are new. */
function reasonLines(reason: Reason, sources: string[], width: number): string[] {
  const numbers = (reason.source ?? []).map((source) => {
    const words = escapedText(sourceWords(source));
    if (!sources.includes(words)) sources.push(words);
    return `[${sources.indexOf(words) + 1}]`;
  });
  return listLines("  · ", [escapedText(reason.text), numbers.join("")].join(" "), width);
}
