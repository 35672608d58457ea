import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { Round } from "../../award/judge-round.ts";
import type { OfferRisk } from "../../award/offer-risks.ts";
import { listWords } from "../../engine/words/name-words.ts";
import { numberWords } from "../../engine/words/value-words.ts";
import type { Estimate } from "../../sim/risk/estimate.ts";
import { type Emphasis, noEmphasis } from "../emphasis.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { cutToWidth, padToWidth, shownName, visibleWidth } from "../visible-width.ts";
import { wrappedLines } from "../wrapped-lines.ts";

/** Risks of a round's offers, and what they were simulated under. */
export type RoundRisk = {
  readonly scenario: string;
  readonly policy: string;
  readonly paths: number;
  readonly seed: string;
  readonly offers: readonly OfferRisk[];
};

/** The delivery risk of each offer for a terminal, by rank, and what it says of the cheapest and of those that win. */
export function riskText(
  bound: BoundRequirement,
  round: Round,
  risk: RoundRisk,
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const byOffer = new Map(risk.offers.map((each) => [each.offer, each]));
  const rows = round.ranking.flatMap(({ offer, rank, awarded }) => {
    const own = byOffer.get(offer.offer.id);
    if (own === undefined) return [];
    const name = shownName(offer.offer.bidder.name);
    const place = rank === undefined ? "–" : String(rank);
    return [[place, name, awarded ? "won" : "–", ...numbers(own)]];
  });
  if (rows.length === 0) return "";
  const heads = ["", "", "award", "chance of a loss", "fails midway", "worst 1 in 20 lose"];
  const wide = heads.map((head, c) => {
    const most = Math.max(visibleWidth(head), ...rows.map((row) => visibleWidth(row[c]!)));
    return c === 1 ? Math.min(most, Math.max(16, width - 66)) : most;
  });
  const line = (row: readonly string[]) =>
    row
      .map((cell, c) => padToWidth(cutToWidth(cell, wide[c]!), wide[c]!, c === 1 ? "end" : "start"))
      .join("  ")
      .trimEnd();
  return `${[
    "",
    emphasis.bold("Delivery risk"),
    ...wrappedLines(
      `Each offer in the same ${numberWords(risk.paths)} simulated futures of ${shownName(risk.scenario)} under the terms of ${shownName(risk.policy)}, at its own price, lead-in and costs, for the places that were asked; 95 % intervals.`,
      width,
    ).map(emphasis.dim),
    emphasis.bold(line(heads)),
    ...rows.map(line),
    ...sentences(bound, round, byOffer).flatMap((text) => wrappedLines(text, width)),
  ].join("\n")}\n`;
}

function numbers({ chanceOfLoss, chanceOfFailure, averageWorstLoss }: OfferRisk): string[] {
  return [chanceOfLoss, chanceOfFailure, averageWorstLoss].map((estimate) => {
    const { text, interval } = shownEstimate(estimate);
    return interval === "" ? text : `${text} ${interval}`;
  });
}

/** "The cheapest offer, X, fails in 38 of 100 futures; Y, which wins, in 21." */
export function sentences(
  _: BoundRequirement,
  { ranking }: Round,
  risks: ReadonlyMap<string, OfferRisk>,
): string[] {
  const simulated = ranking.filter(({ offer, rank }) => rank !== undefined && risks.has(offer.offer.id));
  if (simulated.length === 0) return [];
  const cheapest = simulated.reduce((a, b) => (b.offer.pricePence < a.offer.pricePence ? b : a));
  const fails = (id: string) => inHundred(risks.get(id)!.chanceOfFailure);
  const winners = simulated.filter((judged) => judged.awarded && judged !== cheapest);
  const name = ({ offer }: (typeof simulated)[number]) => shownName(offer.offer.bidder.name);
  const others = winners.map((judged) => `${name(judged)} in ${fails(judged.offer.offer.id)}`);
  const first = `The cheapest offer, ${name(cheapest)}${cheapest.awarded ? ", which wins," : ","} fails in ${fails(cheapest.offer.offer.id)} of 100 futures`;
  const rest =
    others.length === 0
      ? ""
      : `; of ${cheapest.awarded ? "the others that win" : "those that win"}, ${listWords(others)}`;
  return [`${first}${rest}.`];
}

function inHundred({ value, low, high }: Estimate): string {
  const whole = (share: number | null) => Math.round((share ?? 0) * 100);
  return `${whole(value)} (${whole(low)} to ${whole(high)})`;
}

/** The risks as data, offers by their ids. */
export function riskJson({ scenario, policy, paths, seed, offers }: RoundRisk): object {
  const sorted = [...offers].sort((a, b) => (a.offer < b.offer ? -1 : 1));
  return { scenario, policy, paths, seed, offers: sorted };
}
