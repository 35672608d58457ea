import type { Slot } from "./draw-call-offs.ts";
import type { StandingOffer } from "./standing-offer.ts";

/** Some futures of a portfolio: those from `from` on, `count` of them, with what their luck gave each standing offer. */
export type PortfolioPart = {
  readonly offers: readonly StandingOffer[];
  readonly slots: readonly Slot[];
  readonly mostAtOnce: number;
  readonly from: number;
  readonly count: number;
};
