import type { BidStatistic } from "./bid-statistic.ts";
import { concerns } from "./import-awards.ts";
import type { Release } from "./release-shape.ts";

/**
 * Bid statistics by measure: those that the release gives, and those that its bids give where it does not say them.
 *
 * Of two under one measure the later stands.
 */
export function importStatistics({ bids }: Release, lot: string | undefined): BidStatistic[] {
  const byMeasure = new Map<string, BidStatistic>();
  for (const statistic of countedBids(bids, lot)) byMeasure.set(statistic.measure, statistic);
  for (const { measure, value, currency, relatedLot } of bids?.statistics ?? [])
    if (typeof value === "number" && concerns(relatedLot ? [relatedLot] : [], lot))
      byMeasure.set(measure, { measure, value, ...(currency && { currency }) });
  return [...byMeasure.values()];
}

function countedBids(bids: Release["bids"], lot: string | undefined): BidStatistic[] {
  const all = (bids?.details ?? []).filter(
    ({ relatedLots, status, submissionType }) =>
      concerns(relatedLots, lot) && status !== "invited" && submissionType !== "expressionOfInterest",
  );
  if (all.length === 0) return [];
  const bidders = new Set(all.map(({ tenderers }) => tenderers.map(({ id, name }) => id ?? name).join("|")));
  const states = all.map(({ status }) => status);
  const isJudged = states.every(
    (status) => status === "valid" || status === "disqualified" || status === "withdrawn",
  );
  return [
    { measure: "bids", value: all.length },
    ...(isJudged
      ? [{ measure: "validBids", value: states.filter((status) => status === "valid").length }]
      : []),
    { measure: "bidders", value: bidders.size },
  ];
}
