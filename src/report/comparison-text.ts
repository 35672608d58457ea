import type { Basis } from "../sim/basis.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { adviserColumns } from "./adviser-columns.ts";
import { askedWords, titleWords } from "./asked-words.ts";
import { basisMeaning, basisTitle } from "./basis-words.ts";
import { commandLines } from "./command-lines.ts";
import type { Comparison } from "./comparison.ts";
import { distinctComparisons } from "./distinct-comparisons.ts";
import { type Emphasis, noEmphasis } from "./emphasis.ts";
import { allFindings } from "./findings/all-findings.ts";
import type { JudgedRanking } from "./judged-figures.ts";
import { judgedLines } from "./judged-lines.ts";
import { precisionWords } from "./precision-words.ts";
import { samplingWords } from "./sampling-words.ts";
import { fixedSpace, shownCount } from "./shown-number.ts";
import type { ColumnGroup } from "./table-column.ts";
import { tableLegend } from "./table-legend.ts";
import { standsApart, textTable } from "./text-table.ts";
import { shownName } from "./visible-width.ts";
import { listLines, wrappedLines } from "./wrapped-lines.ts";

export type TextOptions = {
  /** Columns of the terminal; a narrower one than 80 is taken for 80. */
  readonly width: number;
  /** The folder into which everything was written. */
  readonly out?: string | undefined;
  /** The command that tells one bad future, word by word. */
  readonly badFuture?: readonly string[] | undefined;
  readonly judged?: JudgedRanking | undefined;
  readonly emphasis?: Emphasis | undefined;
};

const leastWidth = 80;
/** Sentences are easier to read in lines of this length than across a wide screen. */
const proseWidth = 96;

/** The whole answer as people read it in a terminal: the table on each basis, what it means, and what was judged. */
export function comparisonText(
  checked: CheckedScenario,
  comparisons: readonly Comparison[],
  options: TextOptions,
): string {
  if (comparisons.length === 0) return "";
  return `${answerText(checked, comparisons, options)}\n${afterAnswerText(checked, options)}`;
}

/** The table on each basis and what it means: all that is known before judged figures are ranked, which takes longer. */
export function answerText(
  checked: CheckedScenario,
  allComparisons: readonly Comparison[],
  options: TextOptions,
): string {
  const comparisons = distinctComparisons(allComparisons);
  const [first] = comparisons;
  if (first === undefined) return "";
  const early = firstAnswerText(
    checked,
    first,
    comparisons.slice(1).map(({ basis }) => basis),
    options,
  );
  if (early !== undefined) return early + laterAnswerText(checked, comparisons, options);
  const { width } = widthsOf(options);
  const emphasis = options.emphasis ?? noEmphasis;
  const groups = comparisons.map((comparison) => groupOf(checked, comparison));
  return textOf([
    ...openingLines(
      checked,
      first,
      comparisons.map(({ basis }) => basis),
      options,
    ),
    ...textTable(namesOf(first), groups, width, emphasis),
    ...meaningLines(checked, comparisons, options),
  ]);
}

/**
 * The answer as far as the first basis tells it, while those that come `later` are still being solved: undefined where
 * their tables stand beside its own.
 */
export function firstAnswerText(
  checked: CheckedScenario,
  first: Comparison,
  later: readonly Basis[],
  options: TextOptions,
): string | undefined {
  const { width } = widthsOf(options);
  const group = groupOf(checked, first);
  if (later.length > 0 && !standsApart(group, width)) return undefined;
  return textOf([
    ...openingLines(checked, first, [first.basis, ...later], options),
    ...textTable(namesOf(first), [group], width, options.emphasis ?? noEmphasis),
  ]);
}

/** What follows the answer that the first basis gave: the tables of the others, and what all of them mean. */
export function laterAnswerText(
  checked: CheckedScenario,
  comparisons: readonly Comparison[],
  options: TextOptions,
): string {
  const { width } = widthsOf(options);
  return textOf([
    ...comparisons
      .slice(1)
      .flatMap((one) => [
        "",
        ...textTable(namesOf(one), [groupOf(checked, one)], width, options.emphasis ?? noEmphasis),
      ]),
    ...meaningLines(checked, comparisons, options),
  ]);
}

function openingLines(
  checked: CheckedScenario,
  first: Comparison,
  bases: readonly Basis[],
  options: TextOptions,
): string[] {
  const { width, prose } = widthsOf(options);
  const emphasis = options.emphasis ?? noEmphasis;
  const { requirement } = first;
  return [
    ...wrappedLines(titleWords(checked.scenario.title, first), width).map(emphasis.bold),
    ...askedWords(first).flatMap((sentence) => wrappedLines(sentence, prose)),
    ...wrappedLines(openingText(first), prose),
    ...[samplingWords(first) ?? []].flat().flatMap((sentences) => wrappedLines(sentences, prose)),
    ...(first.precision === undefined ? [] : wrappedLines(precisionWords(first.precision), prose)),
    ...bases.flatMap((basis) =>
      listLines("  ", `${basisTitle[basis]}: ${basisMeaning({ basis, requirement })}`, prose),
    ),
    "",
  ];
}

function meaningLines(
  checked: CheckedScenario,
  comparisons: readonly Comparison[],
  options: TextOptions,
): string[] {
  const { prose } = widthsOf(options);
  const emphasis = options.emphasis ?? noEmphasis;
  return [
    "",
    ...wrappedLines(tableLegend(comparisons[0]!), prose).map(emphasis.dim),
    "",
    emphasis.bold("What it means"),
    ...allFindings(checked, comparisons).flatMap((sentence) => listLines("· ", sentence, prose)),
  ];
}

function groupOf(checked: CheckedScenario, comparison: Comparison): ColumnGroup {
  return { title: basisTitle[comparison.basis], columns: adviserColumns(checked, comparison) };
}

function namesOf({ policies }: Comparison): string[] {
  return policies.map((policy) => shownName(policy.title));
}

/** What was judged, and where there is more. */
export function afterAnswerText(checked: CheckedScenario, options: TextOptions): string {
  const { width, prose } = widthsOf(options);
  const emphasis = options.emphasis ?? noEmphasis;
  return textOf([
    ...judgedLines(checked, options.judged, prose),
    "",
    ...wrappedLines(closingText(checked, options.out), prose).map(emphasis.dim),
    ...wrappedLines("One bad future, month by month:", prose).map(emphasis.dim),
    ...commandLines(options.badFuture ?? badFuture(checked), width),
  ]);
}

function widthsOf(options: TextOptions): { width: number; prose: number } {
  const width = Math.max(leastWidth, Math.floor(options.width) || leastWidth);
  return { width, prose: Math.min(width, proseWidth) };
}

function textOf(lines: readonly string[]): string {
  return `${lines.join("\n").replaceAll(fixedSpace, " ")}\n`;
}

function openingText({ policies, paths, seed }: Comparison): string {
  const number = policies.length === 1 ? "One policy" : `${policies.length} policies, each`;
  const futures = paths === 1 ? "one simulated future" : `the same ${shownCount(paths)} simulated futures`;
  return `${number} run over ${futures} (seed ${shownName(seed)}).`;
}

function closingText(checked: CheckedScenario, out: string | undefined): string {
  const { limits } = checked.scenario;
  const left =
    limits.length > 0
      ? ` What the scenario leaves out (${limits.length === 1 ? "1 limit" : `${limits.length} limits`}) stands in the report.`
      : "";
  const more =
    out === undefined
      ? "More: --out FOLDER writes report.html with charts, CSV tables and every measure"
      : `Written to ${shownName(out)}: report.html with charts, CSV tables, result.json`;
  return `${more}; --json prints every measure.${left}`;
}

function badFuture({ scenario, policies }: CheckedScenario): string[] {
  return ["riskshare", "explain", scenario.id, "--policy", policies[0]!.spec.id, "--at", "0.05"];
}
