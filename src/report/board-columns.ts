import { levelColumn } from "./adviser-columns.ts";
import type { Comparison } from "./comparison.ts";
import type { TableColumn } from "./table-column.ts";

/** What a provider's board asks: the most cash it would be out, whether it can bear that, and what it needs. */
export function boardColumns(comparison: Comparison): TableColumn[] {
  return [
    levelColumn("Most cash we would be out, in 19 contracts of 20", "peakFundingQuantile95", comparison),
    levelColumn("Chance that it exceeds our reserves", "probabilityPeakFundingExceedsReserves", comparison),
    levelColumn("Referrals a month we need", "breakEvenReferralsPerMonth", comparison),
    levelColumn("Chance that we would hand back", "probabilityProviderExits", comparison),
    levelColumn("Chance of a loss", "probabilityOfLoss", comparison),
    levelColumn("Margin in a bad case (1 in 20 is worse)", "marginQuantile05", comparison),
  ];
}
