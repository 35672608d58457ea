import { expect, it } from "vitest";
import { openBlocks } from "../../../src/sim/block.ts";
import { compare } from "../../../src/sim/compare.ts";
import { blocksFor, openGathering } from "../../../src/sim/gather.ts";
import { columnsOfRun } from "../../../src/sim/ledger-columns.ts";
import { exact, scenario } from "../../models/coverage.ts";
import { checkModel } from "../../models/run-model.ts";

// The model of test/models/coverage.ts, whose risk is known exactly, on 8,192 quasi-random futures of 200 seeds.
const seeds = Array.from({ length: 200 }, (_, k) => `quasi coverage ${k}`);
const paths = 8192;
const checked = { ...checkModel(scenario), sampling: "quasi" as const };
const measures = [
  "meanMargin",
  "sdMargin",
  "meanPayment",
  "probabilityOfLoss",
  "expectedLoss",
  "expectedShortfall95",
  "expectedShortfall99",
  "meanReferrals",
  "meanStarts",
  "meanJobOutcomes",
  "costPerStart",
  "costPerJobOutcome",
  "marginQuantile50",
];

it("95 % intervals from scramblings hold the truth about 19 times in 20, of policies and of differences", async () => {
  const hits = new Map<string, number>();
  const errors = new Map<string, number>();
  const look = (
    name: string,
    { low, high, value }: { low: number | null; high: number | null; value: number | null },
    truth: number,
  ) => {
    const slack = 1e-9 * Math.max(1, Math.abs(truth));
    if (low! <= truth + slack && truth - slack <= high!) hits.set(name, (hits.get(name) ?? 0) + 1);
    errors.set(name, (errors.get(name) ?? 0) + (value! - truth) ** 2 / seeds.length);
  };
  const [base, more] = [exact(200), exact(260)];
  const blocks = openBlocks(
    checked,
    [0, 1].map((place) => ({ place, priceScale: 1 })),
  );
  for (const seed of seeds) {
    const gathering = openGathering(paths, 2, columnsOfRun(checked));
    for (let block = 0; block < blocksFor(paths); block++) gathering.add(block, blocks.run({ seed, block }));
    const { requirement } = checked.scenario;
    const asked = { basis: "same-unit-prices", paths, requirement } as const;
    const { result } = await compare(checked, asked, async () => gathering.ledgers());
    for (const measure of measures) {
      look(measure, result.policies[0]!.metrics[measure]!, base[measure]!);
      if (!measure.includes("Quantile"))
        look(
          `difference.${measure}`,
          result.differences[0]!.metrics[measure]!,
          more[measure]! - base[measure]!,
        );
    }
  }
  // 200 intervals of 95 % hold 190 on average with a standard deviation of 3.1: four of them are allowed.
  for (const [name, count] of hits)
    expect([name, count]).toSatisfy(([, held]: [string, number]) => held >= 177);
  expect(hits.size).toBe(measures.length * 2 - 1);
  // Random futures err by sd ÷ √8,192. Far less is asked here than is measured: a third for the mean, two thirds for P(loss).
  expect(Math.sqrt(errors.get("meanMargin")!)).toBeLessThan(base.sdMargin! / Math.sqrt(paths) / 3);
  const p = base.probabilityOfLoss!;
  expect(Math.sqrt(errors.get("probabilityOfLoss")!)).toBeLessThan(Math.sqrt((p * (1 - p)) / paths) / 1.5);
}, 240_000);
