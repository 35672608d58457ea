import { expect, test } from "vitest";
import { openStream } from "../../../src/sim/random/stream.ts";
import type { LedgerColumns } from "../../../src/sim/risk/ledger-columns.ts";
import { measureTalliedDifference } from "../../../src/sim/tally/measure-tallied-difference.ts";
import { measureTalliedPolicy } from "../../../src/sim/tally/measure-tallied-policy.ts";
import { openPilot } from "../../../src/sim/tally/pilot.ts";
import { planTally } from "../../../src/sim/tally/plan-tally.ts";
import { tallyPilot } from "../../../src/sim/tally/tally-pilot.ts";
import { openTallyReader } from "../../../src/sim/tally/tally-reader.ts";
import { contextOf, ledgerOf } from "../risk/ledger-of.ts";

// Margins uniform on £0 to £1,000 under b and £0 to £2,000 under a, the same luck in seven futures of ten. Bill and
// starts rise with luck of their own. Every truth is an integral of a uniform law. Of 300 intervals that truly cover
// 95 %, fewer than 91 % hold the truth in 1 run of 600 (binomial: mean 285, sd 3.8); the seed was chosen before the
// first run. 10,000 futures, of which the first 4,096 are the pilot.
const paths = 10_000;
const pilotPaths = 4096;
const repetitions = 300;
const least = 0.91;
const truths = {
  own: {
    meanMargin: 1000,
    sdMargin: 2000 / Math.sqrt(12),
    probabilityOfLoss: 0,
    marginQuantile05: 100,
    marginQuantile50: 1000,
    valueAtRisk95: -100,
    expectedShortfall95: -50,
    costPerStart: 30,
  },
  difference: {
    meanMargin: 500,
    sdMargin: 1000 / Math.sqrt(12),
    marginQuantile05: 50,
    marginQuantile50: 500,
    valueAtRisk95: -50,
    expectedShortfall95: -25,
    costPerStart: 15,
  },
} as const;

test("intervals from a tally hold the truth as often as they say", () => {
  const held: Record<string, number> = {};
  const note = (name: string, holds: boolean) => {
    held[name] = (held[name] ?? 0) + (holds ? 1 : 0);
  };
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const [a, b] = ledgersOf(repetition);
    const { own, difference } = measured([b, a]);
    for (const [id, truth] of Object.entries(truths.own))
      note(id, own[id]!.low! <= truth && truth <= own[id]!.high!);
    for (const [id, truth] of Object.entries(truths.difference))
      note(`less ${id}`, difference[id]!.low! <= truth && truth <= difference[id]!.high!);
  }
  const rare = Object.entries(held).filter(([, count]) => count < least * repetitions);
  expect(rare).toEqual([]);
  expect(Object.keys(held).length).toBe(15);
});

/** A policy and the one that it is compared with. */
function ledgersOf(repetition: number): [LedgerColumns, LedgerColumns] {
  const luck = (purpose: string) => {
    const into = new Float64Array(paths);
    openStream("tally coverage", `${purpose} ${repetition}`, 0).fill(into, paths);
    return into;
  };
  const [common, fresh, which, starts] = ["common", "fresh", "which", "starts"].map(luck) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const ofA = common.map((u, path) => (which[path]! < 0.7 ? u : fresh[path]!));
  // £15 a start on average under b: 1,500 pence × (1/2 + u) for 1 + u of other luck, whose mean is 3/2 of it.
  const ledger = (own: Float64Array, pounds: number, price: number) =>
    ledgerOf({
      margin: own.map((u) => u * pounds * 100),
      bill: starts.map((u, path) => price * 100 * (1 + u) * (0.5 + own[path]!)),
      starts: starts.map((u) => 1 + u),
    });
  return [ledger(ofA, 2000, 30), ledger(common, 1000, 15)];
}

function measured(ledgers: readonly LedgerColumns[]) {
  const names = Object.keys(ledgers[0]!);
  const heads = ledgers.map(
    (ledger) =>
      Object.fromEntries(names.map((name) => [name, ledger[name]!.subarray(0, pilotPaths)])) as LedgerColumns,
  );
  const contexts = heads.map(() => contextOf(pilotPaths));
  const pilot = openPilot(heads, contexts, names);
  const planned = planTally(pilot, { contracts: 0, reach: 8 });
  const reader = openTallyReader(planned, tallyPilot(planned.plan, ledgers, paths), pilot, paths);
  return { own: measureTalliedPolicy(reader, 1), difference: measureTalliedDifference(reader, 1).metrics };
}
