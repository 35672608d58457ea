import { describe, expect, it } from "vitest";
import { blockWidth, openBlocks } from "../../src/sim/block.ts";
import { cashBands, openCashMonths } from "../../src/sim/cash-months.ts";
import { openGathering } from "../../src/sim/gather.ts";
import { columnsOfRun } from "../../src/sim/ledger-columns.ts";
import { openRun } from "../../src/sim/run-spec.ts";
import { atOnce } from "../../src/sim/turns.ts";
import { shippedRulesets, shippedText } from "../laws/shipped-scenarios.ts";

const { checked } = openRun({
  name: "dps-2017.yaml",
  text: shippedText("dps-2017"),
  format: "yaml",
  library: shippedRulesets(),
  changes: {},
  policies: ["today", "both"],
  seed: "cash",
});
const futures = 4 * blockWidth - 100;
const policies = [0, 1].map((place) => ({ place, priceScale: 1 }));
const kept = openCashMonths(2, futures);
const blocks = openBlocks(checked!, policies, undefined, { watch: kept.watch });
const gathering = openGathering(futures, 2, columnsOfRun(checked!));
for (let block = 0; block < 4; block += blocks.blocks)
  gathering.add(block, blocks.run({ seed: "cash", block }));
const ledgers = gathering.ledgers();
blocks.close();

describe("cash as each month leaves it", () => {
  it("ends as the margin, in every future and under every policy", () => {
    for (const [p, { months }] of kept.cash().entries()) {
      // What is owed of the last month is paid after it.
      expect(months.length).toBeGreaterThan(checked!.timeline.lastMonth);
      expect([...months.at(-1)!]).toEqual([...ledgers[p]!.margin]);
    }
  });

  it("is lowest where the peak of funding is", () => {
    const { months } = kept.cash()[0]!;
    for (let path = 0; path < futures; path++) {
      const lowest = Math.min(0, ...months.map((month) => month[path]!));
      expect(0 - lowest + 0).toBe(ledgers[0]!.peakFunding[path]! + 0);
    }
  });

  it("gives bands in pounds, month by month, that do not cross", () => {
    const bands = atOnce(cashBands(kept.cash()[1]!, [0.05, 0.5, 0.95]));
    expect(bands.futures).toBe(futures);
    const [low, middle, high] = bands.pounds as [number[], number[], number[]];
    for (const [m, pounds] of middle.entries()) {
      expect(low[m]!).toBeLessThanOrEqual(pounds);
      expect(high[m]!).toBeGreaterThanOrEqual(pounds);
    }
    const sorted = kept.cash()[1]!.months[9]!.slice().sort();
    expect(middle[9]).toBe(sorted[futures / 2 - 1]! / 100);
  });
});
