import { beforeContract } from "../../../src/offer/before/before-contract.ts";
import type { StandingOffer } from "../../../src/offer/before/standing-offer.ts";
import { type OwnOffer, ownOfferSchema } from "../../../src/offer/own-offer-schema.ts";
import { latticeVolume } from "../../models/endings.ts";
import { checkModel } from "../../models/run-model.ts";
import { model, perStart } from "../../models/terms.ts";

/** An offer of an invented charity; what comes before its contract and its limits are the test's. */
export function ownOffer(
  before: Record<string, number> | undefined,
  limits: Record<string, number> = {},
  id = "made",
): OwnOffer {
  return ownOfferSchema.parse({
    id,
    provider: "A charity",
    scenario: "made",
    limits: { cash: 1_000_000, loss: 1_000_000, ...limits },
    ...(before && { before }),
  });
}

/** A contract without luck: 4 starts a month at £200 in 2 months, £1,000 of set-up. Cash −£200, then £600. */
export const certainContract = () =>
  checkModel(
    model("certain", 2, {
      volume: { indicative: 4, counts: "certain" },
      costs: { setUp: 1000 },
      rulesets: [perStart(200)],
    }),
  );

export const certainCash = [-20_000, 60_000];

/** A contract whose months are luck: 0, 2 or 6 starts at £200 in each of 3 months, £2,000 of set-up. */
export const luckyContract = () =>
  checkModel(model("lucky", 3, { volume: latticeVolume, costs: { setUp: 2000 }, rulesets: [perStart(200)] }));

/** Stands an offer on a contract. */
export function standing(
  checked: StandingOffer["checked"],
  offer: OwnOffer,
): StandingOffer & { offer: OwnOffer } {
  return { checked, place: 0, before: beforeContract(offer), offer };
}
