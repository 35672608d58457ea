import type { Notice } from "./notice.ts";
import { ordinal } from "./ordinal.ts";

type Told = Pick<Notice, "outcome" | "rank" | "ranked"> & {
  readonly winners: number;
  readonly failed: number;
};

/** The outcome in one or two sentences, to the bidder. */
export function headlineWords({ outcome, rank, ranked, winners, failed }: Told): string {
  const won = winners === 1 ? "one offer won" : `${winners} offers won`;
  switch (outcome) {
    case "won":
      return `Your offer has won. It ranked ${ordinal(rank!)} of ${ranked}${winners > 1 ? `, and ${won}` : ""}.`;
    case "passed over":
      return `Your offer has not won this time. It ranked ${ordinal(rank!)} of ${ranked}, above an offer that won, but its price was more than was left of the budget.`;
    case "left out":
      return `Your offer has not won this time. It was left out of the ranking, as it did not meet ${failed === 1 ? "one condition" : `${failed} conditions`} that every offer had to meet.`;
    default:
      return winners === 0
        ? `Your offer has not won. It ranked ${ordinal(rank!)} of ${ranked}, and no offer could be awarded within the budget.`
        : `Your offer has not won this time. It ranked ${ordinal(rank!)} of ${ranked}, and ${won}.`;
  }
}
