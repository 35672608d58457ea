import type { JudgedOffer, Round } from "./judge-round.ts";
import type { Hundredths } from "./marks.ts";

/**
 * By how many marks a winner is ahead of the next offer that did not win; undefined where there is none below it.
 *
 * In hundredths; 0 where a tie-break decided.
 */
export function winningMargin({ ranking }: Round, winner: JudgedOffer): Hundredths | undefined {
  const next = ranking.find(({ rank, awarded }) => rank !== undefined && !awarded && rank > winner.rank!);
  return next === undefined ? undefined : winner.total! - next.total!;
}
