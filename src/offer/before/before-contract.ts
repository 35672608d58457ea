import { penceOf } from "../../engine/money.ts";
import type { OwnOffer } from "../own-offer-schema.ts";
import { type WaitLaw, waitLaw } from "./wait-law.ts";

/** What comes before the contract of an offer; money in pence. */
export type BeforeContract = {
  readonly bidPence: number;
  /** Each month of waiting. */
  readonly holdingPence: number;
  /** Of such offers, the share that is called off. */
  readonly callOffShare: number;
  readonly waits: WaitLaw;
  /** Months for which an offer that is never called off is held open. */
  readonly highMonths: number;
  /** Offers like it that stand at once. */
  readonly standing: number;
};

/** Gives what an offer says of the time before its contract; nothing said is a contract at once and for nothing. */
export function beforeContract({ before }: OwnOffer): BeforeContract {
  const [low, likely, high] = before ? [before.lowMonths, before.likelyMonths, before.highMonths] : [0, 0, 0];
  return {
    bidPence: penceOf(before?.bidCost ?? 0)!,
    holdingPence: penceOf(before?.holdingPerMonth ?? 0)!,
    callOffShare: (before?.callOffPer100 ?? 100) / 100,
    waits: waitLaw(low, likely, high),
    highMonths: high,
    standing: before?.standingOffers ?? 1,
  };
}
