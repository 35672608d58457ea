import type { CheckedScenario } from "../sim/check-scenario.ts";
import { levelColumn } from "./adviser-columns.ts";
import type { Comparison } from "./comparison.ts";
import type { TableColumn } from "./table-column.ts";

/** What a provider's board asks: the most cash it would be out, when, whether it can bear that, and what it needs. */
export function boardColumns({ scenario }: CheckedScenario, comparison: Comparison): TableColumn[] {
  const { posts } = scenario.costs;
  const atRisk = posts && levelColumn(`Posts at risk, of ${posts.count}`, "meanPostsLost", comparison);
  return [
    levelColumn("Most cash we would be out, in 19 contracts of 20", "peakFundingQuantile95", comparison),
    levelColumn("Month of the most cash out, in the middle case", "peakFundingMonthQuantile50", comparison),
    levelColumn("Chance that it exceeds our reserves", "probabilityPeakFundingExceedsReserves", comparison),
    levelColumn("Referrals a month we need", "breakEvenReferralsPerMonth", comparison),
    ...(atRisk === undefined ? [] : [atRisk]),
    levelColumn("Chance that we would hand back", "probabilityProviderExits", comparison),
    levelColumn("Chance of a loss", "probabilityOfLoss", comparison),
    levelColumn("Margin in a bad case (1 in 20 is worse)", "marginQuantile05", comparison),
  ];
}
