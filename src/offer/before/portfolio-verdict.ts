import type { Estimate } from "../../sim/risk/estimate.ts";
import type { JointLimits } from "./joint-limits.ts";
import type { OutcomeMeasures } from "./measure-offer.ts";
import type { PortfolioMeasures } from "./measure-portfolio.ts";

/** Is a limit kept? Unclear where its 95 % interval holds the limit. */
export type Kept = "kept" | "broken" | "unclear";

/** Is each limit kept: the margin on average, cash and loss rarely enough beyond what can be borne? */
export type LimitsKept = { readonly margin: Kept; readonly cash: Kept; readonly loss: Kept };

export type PortfolioVerdict = {
  readonly ownLuck: LimitsKept;
  readonly sharedFate: LimitsKept;
  /** By offer, if it becomes a contract: a rare call-off hides what a contract would do. */
  readonly ifWon: readonly RareLimitsKept[];
};

/** Limits that may be broken rarely, and not on average. */
export type RareLimitsKept = Omit<LimitsKept, "margin">;

/** Judges both ends, and each offer if it becomes a contract, against the limits of the organisation. */
export function portfolioVerdict(
  ownLuck: PortfolioMeasures,
  sharedFate: PortfolioMeasures,
  ifWon: readonly OutcomeMeasures[],
  limits: JointLimits,
): PortfolioVerdict {
  const rarely = (measures: OutcomeMeasures): RareLimitsKept => ({
    cash: keptUnder(measures.probabilityOutOfCash, 1 / limits.oneIn),
    loss: keptUnder(measures.probabilityOfLossBeyondLimit, 1 / limits.oneIn),
  });
  const judge = (measures: PortfolioMeasures): LimitsKept => ({
    margin: keptOver(measures.meanMarginBeyondNeed, 0),
    ...rarely(measures),
  });
  return { ownLuck: judge(ownLuck), sharedFate: judge(sharedFate), ifWon: ifWon.map(rarely) };
}

function keptUnder({ value, low, high }: Estimate, most: number): Kept {
  if ((high ?? value ?? 0) <= most) return "kept";
  return (low ?? value ?? 0) > most ? "broken" : "unclear";
}

function keptOver({ value, low, high }: Estimate, least: number): Kept {
  if ((low ?? value ?? 0) >= least) return "kept";
  return (high ?? value ?? 0) < least ? "broken" : "unclear";
}
