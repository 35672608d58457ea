import { openBlocks } from "../../sim/block.ts";
import { numberAt } from "../../sim/block-result.ts";
import { blockWidth } from "../../sim/block-width.ts";
import { openCashMonths } from "../../sim/cash-months.ts";
import { columnsOfRun } from "../../sim/ledger-columns.ts";
import type { StandingOffer } from "./standing-offer.ts";

/** Futures of one contract counted from its award, a number a future; money in pence. */
export type ContractFutures = {
  readonly margin: Float64Array;
  /** All that the commissioner pays. */
  readonly payment: Float64Array;
  /** The last month in which the contract takes up the provider: its last, or that of its early end. */
  readonly lastMonth: Float64Array;
  /** Cash as each month leaves it, from month 1; the last one is the margin. */
  readonly cash: readonly Float64Array[];
};

/** Prepares the simulation of the contract of an offer, so many blocks at a time. */
export function openContract({ checked, place }: StandingOffer, blocks: number) {
  const width = blocks * blockWidth;
  let shown = openCashMonths(1, width);
  const runner = openBlocks(checked, [{ place, priceScale: 1 }], undefined, {
    blocks,
    watch: (at, cash) => shown.watch({ ...at, policy: 0 }, cash),
  });
  const names = columnsOfRun(checked);
  const [margins, payments, ends] = ["margin", "payment", "endMonth"].map((name) => names.indexOf(name));
  return {
    /** The futures of the blocks from one on. */
    run: (seed: string, first: number): ContractFutures => {
      shown = openCashMonths(1, width, first);
      const column = () => new Float64Array(width);
      const [margin, payment, lastMonth] = [column(), column(), column()];
      for (let from = 0; from < blocks; from += runner.blocks) {
        const result = runner.run({ seed, block: first + from });
        for (let path = 0; path < result.width; path++) {
          const to = from * blockWidth + path;
          margin[to] = numberAt(result, margins!, path);
          payment[to] = numberAt(result, payments!, path);
          lastMonth[to] = numberAt(result, ends!, path) || checked.timeline.lastMonth;
        }
      }
      return { margin, payment, lastMonth, cash: shown.cash()[0]!.months };
    },
    close: runner.close,
  };
}
