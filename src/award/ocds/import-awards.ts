import { importedPounds } from "./imported-pounds.ts";
import type { Release, ReleaseAward } from "./release-shape.ts";

/** An award as a release tells it: to which bids, to whom, for how much and how it stands. */
export type ImportedAward = {
  readonly id: string;
  readonly bids: readonly string[];
  readonly suppliers: readonly string[];
  readonly pounds: number | undefined;
  readonly status: string | undefined;
};

/** The awards of a release, or of one of its lots, that came to something. */
export function standingAwards({ awards }: Release, lot: string | undefined): ReleaseAward[] {
  return awards.filter(
    ({ status, relatedLots }) =>
      status !== "cancelled" && status !== "unsuccessful" && concerns(relatedLots, lot),
  );
}

/** What names no lot concerns them all. */
export function concerns(relatedLots: readonly string[], lot: string | undefined): boolean {
  return lot === undefined || relatedLots.length === 0 || relatedLots.includes(lot);
}

/** The bids that an award names. */
export function bidsOf({ relatedBid, relatedBids }: ReleaseAward): string[] {
  return [...new Set(relatedBid ? [...relatedBids, relatedBid] : relatedBids)];
}

/** What an award costs in pounds, where it is in pounds. */
export function poundsOf({ value }: Pick<ReleaseAward, "value">): number | undefined {
  const read = importedPounds(value);
  return read !== undefined && "pounds" in read ? read.pounds : undefined;
}
