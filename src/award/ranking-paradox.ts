import { relativeFacts } from "../engine/award-facts.ts";
import { isRelative, readsEverything } from "./bind-rule.ts";
import type { Round } from "./judge-round.ts";
import type { OpenRound } from "./open-round.ts";
import type { RelativeValues } from "./relative-values.ts";

/** Losers without whom others would have won, and the criteria whose formula makes it so. */
export type RankingParadox = {
  readonly criteria: readonly string[];
  /** Losing offers, each with the offers that win without it. */
  readonly losers: readonly { readonly without: string; readonly winners: readonly string[] }[];
  /** How many losers were left out in turn, and of how many. */
  readonly tried: number;
  readonly of: number;
};

/** Each trial judges the round anew: this many offers in all, so that a large round is not kept waiting. */
const mostJudged = 150_000;
const leastTrials = 10;

/**
 * Does a relative formula make the winners depend on a losing offer? Each loser is left out in turn.
 *
 * Undefined where no formula is relative, or leaving out changes nothing. Source: Stilger et al. 2017, ranking paradox.
 */
export function rankingParadox(open: OpenRound, round: Round): RankingParadox | undefined {
  const relative = open.bound.leaves.filter(({ ruleset }) => isRelative(ruleset));
  if (relative.length === 0) return undefined;
  const read = relativeFacts.filter((fact) =>
    relative.some(({ ruleset }) => readsEverything(ruleset).includes(fact)),
  ) as (keyof RelativeValues)[];
  const placeOf = new Map(open.offers.map(({ offer }, i) => [offer.id, i]));
  const losers = round.ranking.filter(({ rank, awarded }) => rank !== undefined && !awarded);
  const { meanPricePence } = round.relative;
  // What moves a relative formula most comes first: the dearest and the cheapest.
  const far = ({ offer }: (typeof losers)[number]) => Math.abs(offer.pricePence - meanPricePence);
  const most = Math.max(leastTrials, Math.floor(mostJudged / open.offers.length));
  // Whoever moves nothing that a formula reads changes nothing: most do not where it reads the lowest price alone.
  const isIdle = (place: number) => {
    const without = round.relativeWithout(place);
    return read.every((fact) => without[fact] === round.relative[fact]);
  };
  const moving = losers.filter(({ offer }) => !isIdle(placeOf.get(offer.offer.id)!));
  const tried = [...moving].sort((a, b) => far(b) - far(a)).slice(0, most);
  const before = winnersOf(round).join();
  const found = tried.flatMap(({ offer }) => {
    const without = open.judge({ offer: placeOf.get(offer.offer.id)!, isLeftOut: true });
    const winners = winnersOf(without);
    return winners.join() === before ? [] : [{ without: offer.offer.id, winners }];
  });
  if (found.length === 0) return undefined;
  found.sort((a, b) => (a.without < b.without ? -1 : 1));
  return {
    criteria: [...new Set(relative.map(({ criterion }) => criterion))],
    losers: found,
    tried: losers.length - moving.length + tried.length,
    of: losers.length,
  };
}

/** The ids of the offers that win, in the order of their ids. */
export function winnersOf({ ranking }: Round): string[] {
  return ranking.flatMap(({ awarded, offer }) => (awarded ? [offer.offer.id] : [])).sort();
}
