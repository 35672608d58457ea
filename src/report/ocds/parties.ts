import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { Round } from "../../award/judge-round.ts";
import type { Offer } from "../../award/offer-schema.ts";

type Organisation = Offer["bidder"];

/** How other parts of a release name a party. */
export type PartyReference = { readonly id: string; readonly name: string };

/** The organisations of a round: each once, and how offers name theirs. */
export type Parties = {
  readonly buyer: PartyReference;
  readonly buyerParty: object;
  readonly bidderParties: readonly object[];
  readonly bidderOf: (offer: string) => PartyReference;
};

/** Collects who buys and who offers; several offers of one organisation, by its number or else its name, are one party. */
export function partiesOf({ requirement }: BoundRequirement, { ranking }: Round): Parties {
  const { commissioner } = requirement;
  const buyer = { id: "buyer", name: commissioner.name };
  const bidders = new Map<string, { reference: PartyReference; of: Organisation; hasWon: boolean }>();
  const byOffer = new Map<string, PartyReference>();
  // By id, so that neither who won nor the order of the files names a party.
  const offers = [...ranking].sort((a, b) => (a.offer.offer.id < b.offer.offer.id ? -1 : 1));
  for (const { offer, awarded } of offers) {
    const { id, bidder } = offer.offer;
    const key = organisationKey(bidder);
    const known = bidders.get(key);
    const reference = known?.reference ?? { id: `bidder-${id}`, name: bidder.name };
    bidders.set(key, { reference, of: known?.of ?? bidder, hasWon: awarded || known?.hasWon === true });
    byOffer.set(id, reference);
  }
  return {
    buyer,
    buyerParty: partyOf(buyer, commissioner, ["buyer", "procuringEntity"]),
    bidderParties: [...bidders.values()].map(({ reference, of, hasWon }) =>
      partyOf(reference, of, hasWon ? ["tenderer", "supplier"] : ["tenderer"]),
    ),
    bidderOf: (offer) => byOffer.get(offer)!,
  };
}

/** What two offers of one organisation have in common: its number in a register, else its name. */
export function organisationKey({ identifier, name }: Organisation): string {
  return identifier === undefined ? `name ${name}` : `number ${identifier}`;
}

function partyOf({ id, name }: PartyReference, of: Organisation, roles: readonly string[]): object {
  const { identifier, address, small } = of;
  return {
    id,
    name,
    ...(identifier !== undefined && { identifier: { ...registerNumber(identifier), legalName: name } }),
    ...(address !== undefined && { address: { streetAddress: address } }),
    roles,
    ...(small !== undefined && { details: { scale: small ? "sme" : "large" } }),
  };
}

/** A number that names its register as org-id.guide does (GB-COH-01234567) is taken apart; of another no register is known. */
function registerNumber(identifier: string): object {
  const [, scheme, id] = /^([A-Z]{2}-[A-Z0-9]+)-(.+)$/.exec(identifier) ?? [];
  return scheme === undefined ? { id: identifier } : { scheme, id };
}
