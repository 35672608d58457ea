import type { Estimate } from "../../sim/risk/estimate.ts";
import type { JointLimits } from "./joint-limits.ts";
import type { PortfolioMeasures } from "./measure-portfolio.ts";

/** Is a limit kept? Unclear where its 95 % interval holds the limit. */
export type Kept = "kept" | "broken" | "unclear";

/** Is each limit kept: the margin on average, cash and loss rarely enough beyond what can be borne? */
export type LimitsKept = { readonly margin: Kept; readonly cash: Kept; readonly loss: Kept };

export type PortfolioVerdict = {
  readonly ownLuck: LimitsKept;
  readonly sharedFate: LimitsKept;
};

/** Judges both ends against the limits of the organisation. */
export function portfolioVerdict(
  ownLuck: PortfolioMeasures,
  sharedFate: PortfolioMeasures,
  limits: JointLimits,
): PortfolioVerdict {
  const judge = (measures: PortfolioMeasures): LimitsKept => ({
    margin: keptOver(measures.meanMarginBeyondNeed, 0),
    cash: keptUnder(measures.probabilityOutOfCash, 1 / limits.oneIn),
    loss: keptUnder(measures.probabilityOfLossBeyondLimit, 1 / limits.oneIn),
  });
  return { ownLuck: judge(ownLuck), sharedFate: judge(sharedFate) };
}

function keptUnder({ value, low, high }: Estimate, most: number): Kept {
  if ((high ?? value ?? 0) <= most) return "kept";
  return (low ?? value ?? 0) > most ? "broken" : "unclear";
}

function keptOver({ value, low, high }: Estimate, least: number): Kept {
  if ((low ?? value ?? 0) >= least) return "kept";
  return (high ?? value ?? 0) < least ? "broken" : "unclear";
}
