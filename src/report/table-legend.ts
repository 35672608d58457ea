import { approximationWords } from "./approximation-words.ts";
import type { Comparison } from "./comparison.ts";
import { fixedSpace } from "./shown-number.ts";

/** From so many futures every quantile that is measured, 99 % at most, has both ends: 0.99^368 is under 2.5 %. */
const enoughForBothEnds = 368;

/** How to read the adviser's tables: intervals, marks, brackets, and whose margin and loss they show. */
export function tableLegend({ policies, paths, approximation }: Comparison): string {
  const whose =
    "Margin and loss are the provider's; a negative loss is a profit. The bill includes the cost of levers and of buying again after a hand-back. Shortfall: the cost that payments for starts and outcomes do not cover; what the provider does not bear of it, the commissioner does, in fees and guarantees.";
  const open = paths < enoughForBothEnds ? " ≥ or ≤ stands where so few futures bound one end only." : "";
  const approximate = approximation === undefined ? "" : ` ${approximationWords(approximation)}`;
  const interval =
    paths > 1
      ? `Under each number stands its 95${fixedSpace}% interval, as ± or as [low, high].${open}${approximate}`
      : "One future has no intervals.";
  if (policies.length === 1) return `${whose} ${interval}`;
  return `${whose} * differs from the first policy: the interval of the difference, on the same futures, leaves out zero. In brackets: the first policy's own level, from which the others are counted. ${interval}`;
}
