import type { BoundRequirement } from "../../src/award/bound-requirement.ts";
import { type CheckedOffer, checkOffers } from "../../src/award/check-offers.ts";
import { checkRequirement } from "../../src/award/check-requirement.ts";
import { type OpenRound, openRound } from "../../src/award/open-round.ts";
import { readAward } from "../../src/cli/award-files.ts";
import { readLibrary } from "../../src/cli/library.ts";
import { parseDocument } from "../../src/engine/document.ts";

/** A requirement and offers as files would have them, in place of files. */
export function roundOf(requirement: object, offers: readonly object[]): OpenRound {
  const rulesets = new Map(readLibrary().rulesets.map((ruleset) => [ruleset.id, ruleset]));
  const { bound, problems } = checkRequirement(documentOf(requirement), rulesets);
  if (bound === undefined) throw new Error(JSON.stringify(problems));
  return openRound(bound, offersOf(bound, offers));
}

/** Offers checked against a requirement. */
export function offersOf(bound: BoundRequirement, offers: readonly object[]): readonly CheckedOffer[] {
  const checked = checkOffers([documentOf({ offers })], bound);
  if (checked.offers === undefined) throw new Error(JSON.stringify(checked.problems));
  return checked.offers;
}

/** A shipped round. */
export function shippedRound(name: string): OpenRound {
  const { bound, offers, problems } = readAward(name, []);
  if (bound === undefined || offers === undefined) throw new Error(JSON.stringify(problems));
  return openRound(bound, offers);
}

function documentOf(value: object) {
  return parseDocument("made.json", JSON.stringify(value), "json");
}
