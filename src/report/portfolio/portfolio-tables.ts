import type { AssessedOffer, AssessedPortfolio } from "../../offer/before/assess-portfolio.ts";
import type { JointLimits } from "../../offer/before/joint-limits.ts";
import type { OutcomeMeasures } from "../../offer/before/measure-offer.ts";
import { type Estimate, exactly } from "../../sim/risk/estimate.ts";
import type { Emphasis } from "../emphasis.ts";
import { wholePounds } from "./chance-words.ts";
import { type MeasureRow, measureTable } from "./measure-table.ts";
import { standingCount } from "./standing-count.ts";

/** More rows than these are no table for reading; the data is in the JSON. */
const mostRunningRows = 7;

/** One offer by itself: over all offers made, and over those that become a contract. */
export function offerTable(
  { measures, figures }: AssessedOffer,
  { limits }: AssessedPortfolio,
  width: number,
  emphasis: Emphasis,
): string[] {
  const { made, ifWon } = measures;
  const { callOffShare } = figures;
  // Where all or none become a contract there is but one way to look at it.
  const ways = callOffShare === 0 || callOffShare === 1 ? [made] : [made, ifWon];
  const heads = ["per offer made", "per contract won"].slice(0, ways.length);
  return measureTable(heads, outcomeRows(ways, limits), width, emphasis);
}

/** All offers together, at both ends of how far contracts hang together. */
export function portfolioTable(assessed: AssessedPortfolio, width: number, emphasis: Emphasis): string[] {
  const { ownLuck, sharedFate, limits } = assessed;
  const count = standingCount(assessed);
  const ends = [ownLuck, sharedFate];
  const row = rowsOf(ends);
  const most = Math.max(...ends.map(({ mostRunning }) => mostRunning.length));
  const running =
    most > mostRunningRows
      ? [row("At the busiest: contracts at once", ({ meanMostRunning }) => meanMostRunning)]
      : Array.from({ length: most }, (_, run) =>
          row(
            `At the busiest: ${run === 0 ? "no contract" : run === 1 ? "1 contract" : `${run} contracts`}`,
            ({ mostRunning }) => mostRunning[run] ?? exactly(0, "probability"),
          ),
        );
  return measureTable(
    ["own luck", "one fate"],
    [
      ...outcomeRows(ends, limits),
      row("Contracts run, on average", ({ meanContracts }) => meanContracts),
      ...(limits.mostAtOnce === undefined || limits.mostAtOnce >= count
        ? []
        : [row("Chance of turning a contract down", ({ probabilityTurnedDown }) => probabilityTurnedDown)]),
      ...running,
    ],
    width,
    emphasis,
  );
}

function outcomeRows(ways: readonly OutcomeMeasures[], { lossPence }: JointLimits): MeasureRow[] {
  const row = rowsOf(ways);
  return [
    row("Margin on average", ({ meanMargin }) => meanMargin),
    row("Chance of a loss", ({ probabilityOfLoss }) => probabilityOfLoss),
    ...(lossPence === 0
      ? []
      : [
          row(
            `Chance of losing more than ${wholePounds(lossPence)}`,
            (way) => way.probabilityOfLossBeyondLimit,
          ),
        ]),
    row("Average loss in the worst 1 in 20", ({ expectedShortfall95 }) => expectedShortfall95),
    row("Cash that suffices in 19 of 20", ({ peakFundingQuantile95 }) => peakFundingQuantile95),
    row("Month in which most cash is out", ({ peakFundingMonthQuantile50 }) => peakFundingMonthQuantile50),
    row("Chance that the cash runs out", ({ probabilityOutOfCash }) => probabilityOutOfCash),
  ];
}

function rowsOf<M>(ways: readonly M[]) {
  return (title: string, of: (way: M) => Estimate): MeasureRow => ({ title, cells: ways.map(of) });
}
