import { mean } from "./basis-gap.ts";
import { type Estimate, estimated } from "./risk/estimate.ts";
import { influenceInterval } from "./risk/influence-interval.ts";
import type { LedgerColumns } from "./risk/ledger-columns.ts";
import { momentsOf } from "./risk/moments.ts";
import type { SolvedBasis } from "./solve-basis.ts";

/** The provider's average loss under one policy, profits counted as nothing, and how each path moves it. */
export type PolicyLoss = {
  readonly pounds: number;
  /** Pence, less what the path moves through the scale that was solved on it. */
  readonly influence: Float64Array;
};

/** The provider's average loss under each policy that a basis reached, by id. */
export function policyLosses(ids: readonly string[], solved: SolvedBasis): Map<string, PolicyLoss> {
  const losses = new Map<string, PolicyLoss>();
  for (const [place, id] of ids.entries()) {
    if (!solved.reached[place]!) continue;
    const ledger = solved.ledgers[place]!;
    const [shifted, gap] = [solved.shifted[place], solved.gaps[place]];
    const here = meanLoss(ledger);
    const slope =
      shifted === undefined || shifted.change === 0 ? 0 : (meanLoss(shifted.ledger) - here) / shifted.change;
    // What the solved scale still misses is taken off along the same slope.
    const pounds = gap === undefined ? here : here - (slope * mean(gap)) / 100;
    const influence = ledger.margin.map(
      (margin, path) => lossOf(margin) - (gap === undefined ? 0 : slope * gap[path]!),
    );
    losses.set(id, { pounds, influence });
  }
  return losses;
}

/** The first loss less the second, in pounds, paired path by path; undefined where a policy is off the basis. */
export function differenceOfLosses(
  of: PolicyLoss | undefined,
  less: PolicyLoss | undefined,
): Estimate | undefined {
  if (of === undefined || less === undefined) return undefined;
  const pence = (of.pounds - less.pounds) * 100;
  const moments = momentsOf(of.influence.map((each, path) => each - less.influence[path]!));
  return estimated(pence, influenceInterval(pence, moments, moments.count - 1), "pounds", { scale: 100 });
}

function meanLoss({ margin }: LedgerColumns): number {
  let sum = 0;
  for (const each of margin) sum += lossOf(each);
  return sum / margin.length / 100;
}

function lossOf(margin: number): number {
  return margin < 0 ? 0 - margin : 0;
}
