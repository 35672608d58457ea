import type { NoticeNearest } from "./plain-nearest.ts";
import type { Spread } from "./spread.ts";

/** An organisation as it is named in a notice. */
export type NoticeParty = { readonly name: string; readonly address?: string; readonly identifier?: string };

/** Why a score is what it is: what the tender says, how it was rated, and the rule that made points of it. */
export type NoticeReason = {
  readonly rating?: number;
  readonly ratingTop?: number;
  readonly tender?: string;
  readonly because?: string;
  /** The title of the ruleset, and the rule of it that held, with its formula. */
  readonly rule: string;
  readonly held: string;
};

/** A criterion or a part of one, with the scores under it; marks as people write them. */
export type NoticeScore = {
  readonly id: string;
  readonly title: string;
  /** Per cent of all marks. */
  readonly importance: number;
  readonly assessed: string;
  readonly available: number;
  /** Missing where the offer was left out before it was scored. */
  readonly marks?: number;
  /** Missing where the parts have reasons of their own. */
  readonly reason?: NoticeReason;
  /** Marks of the winners, in the order of `winners`. */
  readonly winners: readonly number[];
  readonly parts: readonly NoticeScore[];
};

/** A winner's name and total; never its price. */
export type NoticeWinner = { readonly name: string; readonly rank: number; readonly total: number };

/** A condition of admission or the standard, as it was asked of the offer. */
export type NoticeGate = { readonly title: string; readonly passed: boolean | undefined };

/**
 * What one bidder is told: the assessment summary of regulation 31 of the Procurement Regulations 2024, field by field,
 * then where the offer stands and what would have won. No cost line and no rival's price is in it.
 */
export type Notice = {
  readonly schema: "riskshare.notice/1";
  readonly offer: string;
  readonly supplier: NoticeParty;
  readonly commissioner: NoticeParty;
  readonly requirement: {
    readonly id: string;
    readonly title: string;
    readonly published: string;
    readonly district?: string;
    readonly needs: readonly string[];
  };
  readonly outcome: "won" | "below the winners" | "passed over" | "left out";
  /** The outcome in one or two sentences. */
  readonly headline: string;
  readonly rank?: number;
  /** Offers that were assessed in full, and all that were made. */
  readonly ranked: number;
  readonly offers: number;
  readonly total?: number;
  readonly available: number;
  readonly subTotals: { readonly quality?: number; readonly price?: number };
  readonly criteria: readonly NoticeScore[];
  /** Why else the offer did not win: conditions, the standard, the budget, a tie-break. */
  readonly furtherReasons: readonly string[];
  readonly winners: readonly NoticeWinner[];
  readonly winnersNote: string;
  readonly localNeeds: {
    readonly metConditions: boolean;
    readonly gates: readonly NoticeGate[];
    readonly sentences: readonly string[];
  };
  readonly standing: { readonly spread?: Spread; readonly sentences: readonly string[] };
  /** Questions that were asked about the price. */
  readonly asked: readonly string[];
  readonly nearest: NoticeNearest;
  readonly nearestSentences: readonly string[];
  readonly caveats: readonly string[];
  readonly next: readonly string[];
};
