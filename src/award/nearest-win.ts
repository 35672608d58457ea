import { readsRisk } from "./bind-rule.ts";
import type { FactChange } from "./gate-repair.ts";
import type { Round } from "./judge-round.ts";
import { type KeptRound, keepAnswers } from "./kept-answers.ts";
import { perPrice } from "./nearest-price-pair.ts";
import { openOfferAlone } from "./offer-alone.ts";
import type { OpenRound } from "./open-round.ts";
import { findRepairs, type Repairs } from "./repairs.ts";
import type { RiskAt } from "./risk-table.ts";
import { judgedIn, openTrial } from "./trial.ts";
import type { RatingChange, WinningChange } from "./winning-change.ts";
import { changesFrom, type Found, ratedLeaves } from "./winning-changes.ts";
import { winningMargin } from "./winning-margin.ts";

/** What stands between an offer and a contract, or by how much it won. */
export type NearestWin =
  | { readonly won: true; readonly marginMarks: number | undefined }
  | {
      readonly won: false;
      /** Where it was left out: what would have kept it in. */
      readonly repairs: Repairs | undefined;
      /** What every change below needs besides, as the offer would not be in without it. */
      readonly besides: Besides;
      /** One rating or the price by itself, the smallest change first. */
      readonly singles: readonly WinningChange[];
      readonly pair: WinningChange | undefined;
      /** Where a rule reads delivery risk: was it simulated for each change, or held as it was? */
      readonly risk: "simulated" | "held" | undefined;
      /** How often the whole round was judged, and whether the search was cut short. */
      readonly judgings: number;
      readonly isCutShort: boolean;
    };

/** Facts that pass the gates, and ratings where no one or two reach the standard and win. */
export type Besides = { readonly facts: readonly FactChange[]; readonly ratings: readonly RatingChange[] };

const none: Found = { singles: [], pair: undefined };

/**
 * The nearest changes that would have won for one offer, each judged by the whole award again; margin for a winner.
 *
 * One rating at a time (the lowest that wins, in the grain of the scale), the price by itself (the highest that wins, in
 * round steps), and the cheapest pair of which neither wins by itself: by the sum of relative changes, a rating's over
 * the top of its scale, the price's over the price. All of them count from the offer as it stands: below the standard,
 * a change has to reach it too. `kept` are the answers of the round, to be shared by all its bidders; `riskAt` is needed
 * where a rule reads what a simulation says of the offer. Errors: those of judging.
 *
 * @example nearestWin(open, open.judge(), "b") // { won: false, singles: [ … ], pair: { … }, … }
 */
export function nearestWin(
  open: OpenRound,
  round: Round,
  id: string,
  kept?: KeptRound,
  riskAt?: RiskAt,
): NearestWin {
  const judged = judgedIn(round, id);
  if (judged.awarded) return { won: true, marginMarks: winningMargin(round, judged) };
  const place = open.offers.findIndex(({ offer }) => offer.id === id);
  const answers = kept ?? keepAnswers(open);
  const alone = openOfferAlone(open, answers.askAlone, place);
  const trial = openTrial(open, answers, place, riskAt);
  const search = { open, alone, trial, ownPence: judged.offer.pricePence };
  const repairs =
    judged.rank === undefined ? findRepairs(open, judged, ratedLeaves(search, {}), alone, trial) : undefined;
  const besides: Besides = { facts: repairs?.gates.flatMap(({ facts }) => facts) ?? [], ratings: [] };
  const told = (found: Found, with_: Besides): NearestWin => {
    const isCutShort = trial.left() < perPrice;
    const isRead = [...open.bound.checks, ...open.bound.leaves].some(({ ruleset }) => readsRisk(ruleset));
    const risk = !isRead ? undefined : riskAt === undefined ? "held" : "simulated";
    return { won: false, risk, repairs, besides: with_, ...found, judgings: trial.judgings(), isCutShort };
  };
  if (repairs === undefined) return told(changesFrom(search, {}), besides);
  const { after, standard, admitting, change } = repairs;
  // Where nothing keeps it in nothing wins, and where passing the gates was enough nothing is needed besides.
  const isLow = standard === undefined || standard.length > 0;
  if (after.rank === undefined || (after.awarded && !isLow)) return told(none, besides);
  const first = changesFrom(search, admitting, isLow);
  const isFound = first.singles.length > 0 || first.pair !== undefined;
  if (isFound || !isLow || after.awarded) return told(first, besides);
  return told(changesFrom(search, change), { ...besides, ratings: standard ?? [] });
}
