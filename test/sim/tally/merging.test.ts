import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockWidth } from "../../../src/sim/block.ts";
import { ledgerColumns } from "../../../src/sim/ledger-columns.ts";
import type { LedgerColumns } from "../../../src/sim/risk/ledger-columns.ts";
import { blocksIn, groupsFor } from "../../../src/sim/tally/group-blocks.ts";
import { openTallyMerging } from "../../../src/sim/tally/merge-tallies.ts";
import { openPilot } from "../../../src/sim/tally/pilot.ts";
import { planTally } from "../../../src/sim/tally/plan-tally.ts";
import type { WholeTally } from "../../../src/sim/tally/tally.ts";
import { openBlockTally } from "../../../src/sim/tally/tally-blocks.ts";
import { columnOf, contextOf } from "../risk/ledger-of.ts";

// 50,000 futures are 7 groups, the last of them and its last block not full. Two policies with sums that no order but
// one gives to the last bit: thirds of pounds.
const paths = 50_000;
const pilotPaths = 16_384;
const luck = (path: number, by: number) => ((path * 7919 + by) % 10_007) / 3;
const ledgers = [1, 2].map((policy) => {
  const columns = ledgerColumns.map((name, c): [string, Float64Array] => [
    name,
    columnOf(paths, (path) => luck(path, 100 * c) * policy - (name === "margin" ? 1500 : 0)),
  ]);
  return Object.fromEntries(columns) as LedgerColumns;
});
const head = (ledger: LedgerColumns) =>
  Object.fromEntries(
    Object.entries(ledger).map(([name, column]) => [name, column.slice(0, pilotPaths)]),
  ) as LedgerColumns;
const contexts = ledgers.map(() => contextOf(pilotPaths, { reservesPence: 2000, deadweightRate: 0.1 }));
const pilot = openPilot(ledgers.map(head), contexts, ledgerColumns);
const { plan } = planTally(pilot, { contracts: 0, reach: 8 });
const groups = [...Array(groupsFor(paths)).keys()];

/** The tally of some groups, on one worker or another. */
function tallied(mine: readonly number[]) {
  const tally = openBlockTally(
    plan,
    Int32Array.from({ length: ledgers.length * plan.columns.length }, (_, place) => place),
  );
  return mine.map((group) => {
    for (const { block, count } of blocksIn(group, paths)) {
      const from = block * blockWidth;
      // What lies behind the last path that counts must not count: the block before leaves it there.
      const found = ledgers.flatMap((ledger) =>
        plan.columns.map((name) => ({
          uniform: false,
          value: 0,
          data: ledger[name]!.subarray(from, from + count),
          count: false,
        })),
      );
      tally.add(found, 0, count);
    }
    return { group, tally: tally.take() };
  });
}

function merged(parts: readonly ReturnType<typeof tallied>[number][]): WholeTally {
  const merging = openTallyMerging(plan, 0);
  for (const { group, tally } of parts) merging.add(group, tally);
  return merging.whole();
}

const expected = merged(tallied(groups));

describe("tallies of groups merge to the same bytes", () => {
  it("in whatever order they come", () => {
    const parts = tallied(groups);
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (order) => {
        expect(merged(order)).toEqual(expected);
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  it("however they are divided among workers", () => {
    for (const workers of [2, 3, 7]) {
      const parts = [...Array(workers).keys()].flatMap((worker) =>
        tallied(groups.filter((group) => group % workers === worker)),
      );
      expect(merged(parts)).toEqual(expected);
    }
  });

  it("and not to those of other groups", () => {
    const parts = tallied(groups);
    const doubled = parts.map(({ group, tally }) => ({
      group,
      tally: group === 3 ? parts[2]!.tally : tally,
    }));
    expect(merged(doubled)).not.toEqual(expected);
  });
});

describe("what a tally keeps", () => {
  it("counts every path once in the classes of every column", () => {
    for (const task of plan.tasks) {
      if (task.kind !== "classes") continue;
      const counts = expected.sums.subarray(task.slot, task.slot + 2 * task.bounds.length + 1);
      expect(counts.reduce((a, b) => a + b, 0)).toBe(paths);
    }
  });

  it("keeps far fewer values than there are futures", () => {
    const most = Math.max(...expected.kept.map(({ counts }) => counts.reduce((a, b) => a + b, 0)));
    // Two windows' width of 8 standard errors at the median: 16 × √(1/4 ÷ 16,384) is 6.3 %.
    expect(most).toBeLessThan(0.07 * paths);
  });
});
