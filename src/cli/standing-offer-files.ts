import type { Problem } from "../engine/problem.ts";
import { beforeContract } from "../offer/before/before-contract.ts";
import type { StandingOffer } from "../offer/before/standing-offer.ts";
import type { OwnOffer } from "../offer/own-offer-schema.ts";
import { type OfferOptions, openOffer } from "./open-offer.ts";

/** An offer as its file has it, with what a simulation needs of it. */
export type ReadStandingOffer = StandingOffer & { readonly offer: OwnOffer };

const mostStanding = 200;

/** Reads offers by path or by the bare name of a shipped one; all problems at once. */
export async function readStandingOffers(
  names: readonly string[],
  inPlaceOf: Pick<OfferOptions, "scenario" | "terms">,
): Promise<{ readonly offers: readonly ReadStandingOffer[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const offers: ReadStandingOffer[] = [];
  for (const name of names) {
    const { offer, opened, problems: own = [] } = await openOffer(name, inPlaceOf);
    problems.push(...own);
    if (offer === undefined) continue;
    if (offers.some((other) => other.offer.id === offer.id))
      problems.push({ where: name, adjective: "duplicate", noun: "offer", found: offer.id });
    const { checked, place } = opened;
    offers.push({ offer, checked, place, before: beforeContract(offer) });
  }
  const standing = offers.reduce((sum, { before }) => sum + before.standing, 0);
  if (standing > mostStanding)
    problems.push({
      where: "offers",
      adjective: "invalid",
      noun: "number of standing offers",
      found: String(standing),
      expected: `at most ${mostStanding} in all`,
    });
  return { offers, problems };
}
