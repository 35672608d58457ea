import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { JudgedOffer, Round } from "../../award/judge-round.ts";
import type { PullsBothWays } from "../../award/pulls-both-ways.ts";
import type { RankingParadox } from "../../award/ranking-paradox.ts";
import { nameWords } from "../../engine/words/name-words.ts";

/** What is said of a round beside its ranking. */
export type RoundWarnings = {
  readonly pulls: PullsBothWays | undefined;
  readonly paradox: RankingParadox | undefined;
  /** Keys that the requirement states and no rule of it reads. */
  readonly unread: readonly string[];
};

/** A round as data: marks and money as people write them; an offer that was left out has no rank and no total. */
export function awardJson(bound: BoundRequirement, round: Round, warnings: RoundWarnings): object {
  const { requirement } = bound;
  return {
    schema: "riskshare.award/1",
    requirement: requirement.id,
    ranking: round.ranking.map((judged) => ({
      offer: judged.offer.offer.id,
      rank: judged.rank ?? null,
      total: judged.total === undefined ? null : judged.total / 100,
      scores: scoresOf(judged, bound.criteria),
      parts: scoresOf(
        judged,
        bound.leaves.filter((leaf) => leaf.id !== leaf.criterion),
      ),
      reasons: judged.reasons,
      price: judged.offer.pricePence / 100,
      awarded: judged.awarded,
      excluded: judged.excluded.map(({ output }) => nameWords(output)),
      asked: judged.asked.map(({ output }) => nameWords(output)),
    })),
    ties: round.ties.map(({ offers, decidedBy }) => ({ offers, decidedBy: decidedBy.join(", then ") })),
    budgetLeft: round.budgetLeftPence / 100,
    warnings: {
      pullsBothWays: warnings.pulls ?? null,
      rankingParadox: warnings.paradox ?? null,
      unread: warnings.unread,
    },
  };
}

function scoresOf({ marks }: JudgedOffer, of: readonly { readonly id: string }[]): Record<string, number> {
  return Object.fromEntries(of.flatMap(({ id }) => (marks[id] === undefined ? [] : [[id, marks[id] / 100]])));
}
