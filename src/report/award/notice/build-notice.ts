import { waitsForExplanation } from "../../../award/asked-by.ts";
import type { BoundRule } from "../../../award/bound-requirement.ts";
import { keptOutByBudget } from "../../../award/budget-at-turn.ts";
import type { JudgedOffer, Round } from "../../../award/judge-round.ts";
import type { NearestWin } from "../../../award/nearest-win.ts";
import type { Offer } from "../../../award/offer-schema.ts";
import type { OpenRound } from "../../../award/open-round.ts";
import { judgedIn } from "../../../award/trial.ts";
import type { RulesetMonth } from "../../../engine/evaluate-contract.ts";
import { shownName } from "../../visible-width.ts";
import { askedAbout } from "./asked-words.ts";
import { caveatsOf } from "./caveats.ts";
import { gateWords } from "./gate-words.ts";
import { headlineWords } from "./headline-words.ts";
import { localNeedsOf } from "./local-needs.ts";
import { nearestWords } from "./nearest-words.ts";
import { nextSteps } from "./next-steps.ts";
import type { Notice, NoticeParty } from "./notice.ts";
import { criterionScore, type ScoredAmong } from "./notice-scores.ts";
import { plainNearest } from "./plain-nearest.ts";
import { shortfallWords } from "./shortfall-words.ts";
import { standingOf } from "./standing-words.ts";

/** What a notice is made of: a round, how its rules were judged for the offer, and what would have won. */
export type NoticeInput = {
  readonly open: Pick<OpenRound, "bound">;
  readonly round: Round;
  readonly offer: string;
  readonly nearest: NearestWin;
  /** How a ruleset judged the offer on the road of reasons; undefined where it was not asked. */
  readonly monthOf: (rule: BoundRule) => RulesetMonth | undefined;
};

/** Makes the notice to one bidder as plain data: reg 31's fields, its standing, and the nearest changes. */
export function noticeOf({ open: { bound }, round, offer: id, nearest, monthOf }: NoticeInput): Notice {
  const { requirement, criteria } = bound;
  const judged = judgedIn(round, id);
  const ranked = round.ranking.filter(({ rank }) => rank !== undefined);
  const winners = round.ranking.filter(({ awarded }) => awarded);
  const among: ScoredAmong = { judged, winners, monthOf };
  const kept = keptOutByBudget(round, judged, requirement.awards.most);
  const outcome = outcomeOf(judged, kept !== undefined);
  const standing = standingOf(bound, round, judged);
  const { rank, total } = judged;
  const repairs = nearest.won ? undefined : nearest.repairs;
  return {
    schema: "riskshare.notice/1",
    offer: id,
    supplier: partyOf(judged.offer.offer.bidder),
    commissioner: partyOf(requirement.commissioner),
    requirement: {
      id: requirement.id,
      title: shownName(requirement.title),
      published: requirement.published,
      ...(requirement.district !== undefined && { district: shownName(requirement.district) }),
      needs: requirement.needs.map(shownName),
    },
    outcome,
    headline: headlineWords({
      outcome,
      ...(rank !== undefined && { rank }),
      ranked: ranked.length,
      winners: winners.length,
      isAboveWinner: winners.some((other) => rank !== undefined && other.rank! > rank),
      isStopped: kept === "stop",
      waits: waitsForExplanation(judged),
      failed: new Set(judged.excluded.map(({ rule }) => rule)).size,
    }),
    ...(rank !== undefined && { rank }),
    ranked: ranked.length,
    offers: round.ranking.length,
    ...(total !== undefined && { total: total / 100 }),
    available: requirement.marks,
    subTotals: subTotals(bound.leaves, judged),
    criteria: criteria.map((criterion) => criterionScore(criterion, requirement.marks * 100, among)),
    furtherReasons: [
      ...judged.excluded.map((reason) => gateWords(reason, judged.offer, repairs, monthOf(reason.rule))),
      ...(kept === undefined ? [] : [budgetReasons[kept]]),
    ],
    winners: winners.map((each) => ({
      name: shownName(each.offer.offer.bidder.name),
      rank: each.rank!,
      total: each.total! / 100,
    })),
    winnersNote: winners.length === 0 ? "" : "Prices of other bidders are confidential and are left out.",
    localNeeds: localNeedsOf(bound, judged),
    standing: {
      ...standing,
      // For money an offer was not short of marks.
      sentences: [
        ...standing.sentences,
        ...(outcome === "below the winners" ? shortfallWords(round, judged) : []),
      ],
    },
    asked: askedAbout(judged),
    nearest: plainNearest(nearest),
    nearestSentences: nearestWords(nearest, bound, judged.offer.offer),
    caveats: caveatsOf(bound, round, judged, nearest),
    next: nextSteps(requirement, judged.awarded),
  };
}

const budgetReasons = {
  price: "Your price was more than was left of the budget when your turn came.",
  stop: "An offer that ranked above yours cost more than was left of the budget. As published, that ended the awards.",
};

function outcomeOf({ awarded, rank }: JudgedOffer, isForBudget: boolean): Notice["outcome"] {
  if (awarded) return "won";
  if (rank === undefined) return "left out";
  return isForBudget ? "passed over" : "below the winners";
}

function partyOf(of: Offer["bidder"]): NoticeParty {
  const { name, address, identifier } = of;
  return {
    name: shownName(name),
    ...(address !== undefined && { address: shownName(address) }),
    ...(identifier !== undefined && { identifier: shownName(identifier) }),
  };
}

/** Marks for quality and for price, as far as the offer was scored. */
function subTotals(
  leaves: readonly { readonly id: string; readonly kind: "quality" | "price" }[],
  { marks }: JudgedOffer,
): Notice["subTotals"] {
  const sum = (kind: "quality" | "price") => {
    const own = leaves.filter((leaf) => leaf.kind === kind && marks[leaf.id] !== undefined);
    return own.length === 0 ? undefined : own.reduce((total, { id }) => total + marks[id]!, 0) / 100;
  };
  const [quality, price] = [sum("quality"), sum("price")];
  return { ...(quality !== undefined && { quality }), ...(price !== undefined && { price }) };
}
