import type { Notice } from "./notice.ts";
import { ordinal } from "./ordinal.ts";

type Told = Pick<Notice, "outcome" | "rank" | "ranked"> & {
  readonly winners: number;
  readonly failed: number;
  readonly isAboveWinner: boolean;
  /** The awards had ended before its turn came. */
  readonly isStopped: boolean;
  /** A winner whose low price is not explained yet. */
  readonly waits: boolean;
};

/** The outcome in one or two sentences, to the bidder. */
export function headlineWords({
  outcome,
  rank,
  ranked,
  winners,
  failed,
  isAboveWinner,
  isStopped,
  waits,
}: Told): string {
  const won = winners === 1 ? "one offer won" : `${winners} offers won`;
  switch (outcome) {
    case "won":
      if (ranked === 1) return `${wonWords(waits)} It was the only one that was ranked.`;
      return `${wonWords(waits)} It ranked ${ordinal(rank!)} of ${ranked}${winners > 1 ? `, and ${won}` : ""}.`;
    case "passed over":
      if (isStopped)
        return `Your offer has not won this time. It ranked ${ordinal(rank!)} of ${ranked}, and the awards ended above it, at an offer for which the budget left was not enough.`;
      return `Your offer has not won this time. It ranked ${ordinal(rank!)} of ${ranked}${isAboveWinner ? ", above an offer that won" : ""}, but its price was more than was left of the budget.`;
    case "left out":
      return `Your offer has not won this time. It was left out of the ranking, as it did not meet ${failed === 1 ? "one condition" : `${failed} conditions`} that every offer had to meet.`;
    default:
      return `Your offer has not won this time. It ranked ${ordinal(rank!)} of ${ranked}, and ${won}.`;
  }
}

function wonWords(waits: boolean): string {
  return waits
    ? "Your offer is in place to win, but the award waits until an explanation of its low price is accepted."
    : "Your offer has won.";
}
