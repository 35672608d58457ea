import { callOffsOf } from "../sim/call-offs.ts";
import type { CheckedScenario } from "../sim/check-scenario.ts";
import { indicativePerMonth } from "../sim/timeline.ts";
import { adviserColumns } from "./adviser-columns.ts";
import { askedWords, titleWords } from "./asked-words.ts";
import { basisMeaning, basisTitle } from "./basis-words.ts";
import { boardColumns } from "./board-columns.ts";
import type { MarginSource } from "./charts/margin-bins.ts";
import type { Comparison } from "./comparison.ts";
import { distinctComparisons } from "./distinct-comparisons.ts";
import { allFigures } from "./figures/all-figures.ts";
import { allFindings } from "./findings/all-findings.ts";
import { headline } from "./findings/headline.ts";
import { contractsSection } from "./html/contracts-section.ts";
import { figureMarkup } from "./html/figure-markup.ts";
import { figuresSection } from "./html/figures-section.ts";
import { measuresSection } from "./html/measures-section.ts";
import { page, type Section } from "./html/page.ts";
import { policyTable } from "./html/policy-table.ts";
import { repeatSection } from "./html/repeat-section.ts";
import { rulesSection } from "./html/rules-section.ts";
import type { JudgedRanking } from "./judged-figures.ts";
import { element, type Markup } from "./markup.ts";
import { pageLines } from "./scenario-page.ts";
import { shownCount } from "./shown-number.ts";
import { tableLegend } from "./table-legend.ts";
import { shownName } from "./visible-width.ts";

export type ReportOptions = {
  readonly judged?: JudgedRanking | undefined;
  /** The command that gives these results again. */
  readonly command?: string | undefined;
};

/**
 * The report as one HTML file: findings, tables, charts, the rules in words, figures and how to repeat it.
 *
 * `margins` are those of the first comparison, in the order of its policies; without them no spread can be drawn.
 */
export function reportHtml(
  checked: CheckedScenario,
  allComparisons: readonly Comparison[],
  margins: MarginSource | undefined,
  options: ReportOptions = {},
): string {
  const comparisons = distinctComparisons(allComparisons);
  const { scenario } = checked;
  const first = comparisons[0]!;
  const sections: Section[] = [
    { id: "findings", title: "In short", content: [sentences(allFindings(checked, comparisons))] },
    {
      id: "adviser",
      title: "What each policy costs and brings",
      content: adviserTables(checked, comparisons),
    },
    {
      id: "charts",
      title: "Who bears the risk",
      content: allFigures(checked, comparisons, margins).map(figureMarkup),
    },
    ...(checked.contracts.length === 0
      ? []
      : [
          {
            id: "contracts",
            title: `Contract by contract: ${basisTitle[first.basis].toLowerCase()}`,
            content: contractsSection(first),
          },
        ]),
    { id: "board", title: "For the provider's board", content: boardTable(checked, first) },
    { id: "rules", title: "The rules in words", content: rulesSection(checked) },
    { id: "figures", title: "What was assumed", content: figuresSection(checked, options.judged) },
    ...(scenario.limits.length === 0
      ? []
      : [{ id: "limits", title: "What is left out", content: [sentences(scenario.limits.map(shownName))] }]),
    { id: "measures", title: "Every measure", content: measuresSection(comparisons) },
    { id: "repeat", title: "How it was computed", content: repeatSection(comparisons, options.command) },
  ];
  return page(titleWords(scenario.title, first), opening(checked, comparisons), sections);
}

function opening({ scenario }: CheckedScenario, comparisons: readonly Comparison[]): Markup[] {
  const first = comparisons[0]!;
  const { paths, policies } = first;
  const number = policies.length === 1 ? "One policy" : `${policies.length} policies`;
  const futures = paths === 1 ? "one simulated future" : `the same ${shownCount(paths)} simulated futures`;
  return [
    element("h1", {}, titleWords(scenario.title, first)),
    ...askedWords(first).map((sentence) => element("p", { class: "asked" }, sentence)),
    element("p", { class: "headline" }, headline(comparisons)),
    ...(scenario.summary === "" ? [] : [element("p", {}, shownName(scenario.summary))]),
    ...pageLines(scenario).map(({ heading, text }) =>
      element("p", {}, element("strong", {}, `${heading}: `), shownName(text)),
    ),
    element("p", { class: "small" }, `${number}, run over ${futures}.`),
  ];
}

function sentences(items: readonly string[]): Markup {
  return element(
    "ul",
    {},
    items.map((item) => element("li", {}, item)),
  );
}

function adviserTables(checked: CheckedScenario, comparisons: readonly Comparison[]): Markup[] {
  return [
    ...comparisons.flatMap((comparison) => {
      const title = basisTitle[comparison.basis];
      return [
        element("h3", {}, `${title}: ${basisMeaning(comparison)}`),
        policyTable(title, comparison.policies, adviserColumns(checked, comparison)),
      ];
    }),
    element("p", { class: "note" }, tableLegend(comparisons[0]!)),
  ];
}

function boardTable(checked: CheckedScenario, comparison: Comparison): Markup[] {
  const { timeline, scenario } = checked;
  const months = timeline.lastReferralMonth - timeline.firstReferralMonth + 1;
  const indicated = callOffsOf(checked).reduce((sum, c) => sum + indicativePerMonth(c.checked.timeline), 0);
  const reserves =
    scenario.provider.reserves === undefined
      ? " No reserves are stated, so the chance of exceeding them is left open."
      : "";
  const note = `The requirement indicates ${Number(indicated.toFixed(1))} referrals a month over ${months} months. Referrals needed: the steady number at which the margin is zero, at the true average rates; 0 where the provider profits even if nobody comes, – where no volume up to four times the indicative breaks even.${reserves}`;
  return [
    element("h3", {}, basisTitle[comparison.basis]),
    policyTable(
      `The board's columns, ${basisTitle[comparison.basis].toLowerCase()}`,
      comparison.policies,
      boardColumns(checked, comparison),
    ),
    element("p", { class: "note" }, note),
  ];
}
