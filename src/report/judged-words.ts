import { basisPhrase } from "./basis-words.ts";
import type { JudgedFigure, JudgedRanking, WhenDoubled } from "./judged-figures.ts";
import { shownEstimate } from "./shown-estimate.ts";
import { fixedSpace, shownCount } from "./shown-number.ts";
import { shownName } from "./visible-width.ts";

/** How judged figures were ranked: by what, on which basis, at which ends, with how much luck left. */
export function rankingWords(ranking: JudgedRanking): string[] {
  const { base, best, on, futures } = ranking;
  const prices =
    on.basis === "same-unit-prices"
      ? "unit prices stay as they are"
      : "unit prices are solved anew at each end";
  const { text, interval } = shownEstimate(base);
  return [
    `${basisPhrase(on)}, ${said(best)} leaves the provider the least average loss (a profit counts as no loss): it takes off ${`${text} ${interval}`.trim()} a contract. Below stands what it takes off with one judged figure at a time held at a low and at a high end; ${prices}, on the same ${shownCount(futures)} futures. ± and brackets are the 95${fixedSpace}% interval for luck.`,
    `Low and high end: of a drawn figure the values that it is below, and above, in 1 future in 10; of a single number or a chance half of it, and one and a half times it. Out by twice as much: ends twice as far from the centre, within what the figure can be.`,
    ...otherCriterion(ranking),
  ];
}

/** Why the ranking names another policy than the findings do. */
function otherCriterion({ best, safest }: JudgedRanking): string[] {
  if (safest === best) return [];
  const named =
    safest === undefined
      ? "no policy clearly lowers that chance"
      : `${said(safest)} has the lowest chance of a loss`;
  return [
    `What stands above goes by how often the provider loses, where ${named}; this ranking goes by how much it loses, where ${said(best)} does best.`,
  ];
}

/** What the answer is at a figure's ends: "£2,600 ±200 to £220 ±60". */
export function endsWords({ low, high }: JudgedFigure): string {
  return `${endWords(low)} to ${endWords(high)}`;
}

/** The answer at one end. */
export function endWords(estimate: JudgedFigure["low"]): string {
  if (estimate === null) return "no fair prices";
  const { text, interval } = shownEstimate(estimate);
  return interval === "" ? text : `${text} ${interval}`;
}

/** Whether the choice stands where the figure is twice as far off, in a sentence. */
export function whenDoubledWords(stands: WhenDoubled, best: string): string {
  switch (stands.as) {
    case "best":
      return `Even if it were out by twice as much, ${said(best)} would still be the best choice.`;
    case "level":
      return `If it were out by twice as much, ${said(stands.by)} would do as well, as far as these futures tell.`;
    case "beaten":
      return `If it were out by twice as much, ${said(stands.by)} would be the better choice.`;
    case "unpriced":
      return `If it were out by twice as much, no unit prices would put ${said(best)} on this basis.`;
  }
}

function said(title: string): string {
  return `“${shownName(title)}”`;
}
