import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { Round } from "../../award/judge-round.ts";
import { poundsWords } from "../../engine/words/value-words.ts";
import { dataTable } from "../html/data-table.ts";
import { bothWidths } from "../html/figure-markup.ts";
import { page, type Section } from "../html/page.ts";
import { element, type Markup } from "../markup.ts";
import { shownName } from "../visible-width.ts";
import type { RoundWarnings } from "./award-json.ts";
import { awardSentences } from "./award-sentences.ts";
import { marksChart } from "./marks-chart.ts";
import { marksWords } from "./marks-words.ts";

/** Offers that a picture and a table hold; the CSV file has them all. */
const mostBars = 40;
const mostRows = 500;

/** A round as one HTML page for its commissioner: ranking, marks by criterion, awards, who was left out, doubts. */
export function awardReport(bound: BoundRequirement, round: Round, warnings: RoundWarnings): string {
  const { requirement } = bound;
  const said = awardSentences(bound, round, warnings);
  const title = shownName(requirement.title);
  const list = (id: string, heading: string, items: readonly string[]): Section[] =>
    items.length === 0
      ? []
      : [
          {
            id,
            title: heading,
            content: [
              element(
                "ul",
                {},
                items.map((item) => element("li", {}, item)),
              ),
            ],
          },
        ];
  const opening = [
    element("h1", {}, title),
    element("p", { class: "headline" }, said.award),
    ...(requirement.summary === undefined ? [] : [element("p", {}, shownName(requirement.summary))]),
    element(
      "p",
      { class: "small" },
      `${shownName(requirement.commissioner.name)}, published ${requirement.published}; ${round.ranking.length} offers, budget ${poundsWords(requirement.budget * 100)}. This page holds prices: it is for the commissioner, and bidders get notices of their own.`,
    ),
  ];
  return page(title, opening, [
    { id: "ranking", title: "The ranking", content: rankingOf(bound, round) },
    ...list("passed-over", "Passed over", said.passedOver),
    ...list("left-out", "Left out", said.leftOut),
    ...list("asked", "Asked to explain (nobody is left out for it)", said.asked),
    ...list("ties", "Ties", said.ties),
    ...list("doubts", "What to doubt", said.doubts),
  ]);
}

function rankingOf(bound: BoundRequirement, round: Round): Markup[] {
  const ranked = round.ranking.filter(({ rank }) => rank !== undefined);
  if (ranked.length === 0) return [element("p", {}, "No offer is left to be ranked.")];
  const { criteria, requirement } = bound;
  const heads = [
    "Bidder",
    "Rank",
    `Total of ${requirement.marks}`,
    "Award",
    "Price",
    ...criteria.map(({ title, marks }) => `${shownName(title)} of ${marksWords(marks)}`),
  ];
  const rows = ranked
    .slice(0, mostRows)
    .map(({ offer, rank, total, awarded, marks, asked }) => [
      `${shownName(offer.offer.bidder.name)}${asked.length > 0 ? " (asked about its price)" : ""}`,
      String(rank),
      marksWords(total!),
      awarded ? "won" : "–",
      poundsWords(offer.pricePence),
      ...criteria.map(({ id }) => marksWords(marks[id] ?? 0)),
    ]);
  const shown = ranked.slice(0, mostBars);
  const chart = bothWidths("marks", (id, width) => marksChart({ ...chartWords, id, width }, bound, shown));
  const some = ranked.length > mostBars ? `, the first ${mostBars} offers of ${ranked.length}` : "";
  const more = ranked.length - mostRows;
  return [
    element("figure", {}, element("figcaption", {}, element("h3", {}, `Marks by criterion${some}`)), chart),
    dataTable("The ranking with marks by criterion", { heads, rows }),
    ...(more > 0 ? [element("p", { class: "note" }, `${more} more stand in ranking.csv.`)] : []),
  ];
}

const chartWords = {
  title: "Marks by criterion",
  description: "Total marks of offers in the order of rank, cut by criterion; the table has the numbers.",
};
