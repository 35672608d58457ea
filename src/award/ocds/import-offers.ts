import { bidsOf, concerns, type ImportedAward, poundsOf, standingAwards } from "./import-awards.ts";
import { type ImportedOrganisation, organisationsOf } from "./import-organisation.ts";
import { namesFor } from "./imported-names.ts";
import type { Release, ReleaseAward, ReleaseReference } from "./release-shape.ts";

/** An offer as far as a release tells it: ratings never stand in one, prices not always. */
export type ImportedOffer = {
  readonly id: string;
  readonly bidder: ImportedOrganisation;
  /** Pounds; undefined where the release gives none. */
  readonly price?: number;
  readonly exclusions?: readonly string[];
};

export type ImportedOffers = {
  readonly offers: readonly ImportedOffer[];
  readonly awards: readonly ImportedAward[];
  /** Bids that are no offers: withdrawn, invited only, or an expression of interest. */
  readonly passedOver: number;
  /** Were there no bids, so that the offers are those that won? */
  readonly fromAwards: boolean;
};

/** What an offer is set aside for that the release says was disqualified. */
export const setAside = "disqualified, as the release says";

/** Reads bids as offers, and awards; where a release has no bids, its awards are the offers that won. */
export function importOffers(release: Release, lot: string | undefined): ImportedOffers {
  const organisation = organisationsOf(release);
  const nameOf = namesFor("kebab", []);
  const awards = standingAwards(release, lot);
  const all = (release.bids?.details ?? []).filter(({ relatedLots }) => concerns(relatedLots, lot));
  const bids = all.filter(
    ({ status, submissionType }) =>
      status !== "withdrawn" && status !== "invited" && submissionType !== "expressionOfInterest",
  );
  const awarded = awardsByBid(awards);
  const names = new Map<string, string>();
  const offer = (id: string, who: readonly ReleaseReference[], price: number | undefined, isOut: boolean) => {
    const name = nameOf(id, "bid");
    names.set(id, name);
    return {
      id: name,
      bidder: organisation(who, `The bidder of ${name}`),
      ...(price !== undefined && { price }),
      ...(isOut && { exclusions: [setAside] }),
    };
  };
  const fromAwards = all.length === 0;
  const offers = fromAwards
    ? awards.map((award) => offer(award.id, award.suppliers, poundsOf(award), false))
    : bids.map((bid) => {
        const award = awarded.get(bid.id);
        const price = poundsOf(bid) ?? (award && poundsOf(award));
        return offer(bid.id, bid.tenderers, price, bid.status === "disqualified");
      });
  return {
    offers,
    passedOver: all.length - bids.length,
    fromAwards,
    awards: awards.map((award) => ({
      id: award.id,
      bids: (fromAwards ? [award.id] : bidsOf(award)).flatMap((id) => names.get(id) ?? []),
      suppliers: award.suppliers.map(
        (supplier) => organisation([supplier], "A supplier without a name").name,
      ),
      pounds: poundsOf(award),
      status: award.status ?? undefined,
    })),
  };
}

/** The award to a bid alone: an award to several does not say what each of them costs. */
function awardsByBid(awards: readonly ReleaseAward[]): Map<string, ReleaseAward> {
  return new Map(
    awards.flatMap((award) => {
      const bids = bidsOf(award);
      return bids.length === 1 ? [[bids[0]!, award] as const] : [];
    }),
  );
}
