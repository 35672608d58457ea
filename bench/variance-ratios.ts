import { readLibrary } from "../src/cli/library.ts";
import { openBlocks } from "../src/sim/block.ts";
import type { CheckedScenario } from "../src/sim/check-scenario.ts";
import { asStated, riskContext } from "../src/sim/compare.ts";
import { blocksFor, openGathering } from "../src/sim/gather.ts";
import { columnsOfRun } from "../src/sim/ledger-columns.ts";
import { pointEstimates } from "../src/sim/risk/point-estimates.ts";
import { openRun } from "../src/sim/run-spec.ts";
import { type Sampling, samplings } from "../src/sim/sampling.ts";

export const measured = ["meanMargin", "probabilityOfLoss", "expectedShortfall95"] as const;
export type Measured = (typeof measured)[number];

/** One policy's variances over seeds, random over quasi-random, and its chance of a loss. */
export type PolicyRatios = {
  readonly policy: string;
  readonly probabilityOfLoss: number;
  readonly ratios: Readonly<Record<Measured, number>>;
};

/** A scenario's ratios, and what a future costs; microseconds. */
export type VarianceRatios = {
  readonly scenario: string;
  readonly repetitions: number;
  readonly policies: readonly PolicyRatios[];
  readonly microseconds: Readonly<Record<Sampling, number>>;
};

type Input = {
  readonly id: string;
  readonly text: string;
  /** All of the scenario where left out. */
  readonly policies?: readonly string[];
  readonly paths: number;
  readonly repetitions: number;
  readonly now: () => number;
  readonly say: (what: string) => void;
};

/** Runs a scenario many times with random and with quasi-random futures, each time with another seed. */
export function varianceRatios({
  id,
  text,
  policies: chosen,
  paths,
  repetitions,
  now,
  say,
}: Input): VarianceRatios {
  const spec = {
    name: `${id}.yaml`,
    text,
    format: "yaml" as const,
    library: readLibrary().rulesets,
    changes: {},
    seed: "",
    ...(chosen && { policies: chosen }),
  };
  const checked = openRun(spec).checked!;
  const runs = samplings.map((sampling) => ({
    sampling,
    run: openEstimates({ ...checked, sampling }, paths),
    spent: 0,
    found: [] as ReturnType<ReturnType<typeof openEstimates>>[],
  }));
  // Once without a clock: tables are built, and what is hot is compiled.
  for (const { run } of runs) run("warm");
  for (let k = 0; k < repetitions; k++)
    // In turn, so that a machine that slows down slows both.
    for (const one of runs) {
      say(`${id}: ${k + 1} of ${repetitions}, ${one.sampling}`);
      const began = now();
      one.found.push(one.run(`variance ${k}`));
      one.spent += now() - began;
    }
  const [random, quasi] = runs as [(typeof runs)[0], (typeof runs)[0]];
  const spread = ({ found }: typeof random, p: number, m: Measured) =>
    varianceOf(found.map((of) => of[p]![m]));
  const policies = checked.policies.map(({ spec: policy }, p): PolicyRatios => {
    const ratio = (m: Measured) => spread(random, p, m) / spread(quasi, p, m);
    return {
      policy: policy.id,
      probabilityOfLoss: quasi.found.reduce((sum, of) => sum + of[p]!.probabilityOfLoss / repetitions, 0),
      ratios: Object.fromEntries(measured.map((m) => [m, ratio(m)])) as PolicyRatios["ratios"],
    };
  });
  const each = ({ spent }: typeof random) => (spent * 1000) / (repetitions * paths);
  return { scenario: id, repetitions, policies, microseconds: { random: each(random), quasi: each(quasi) } };
}

function openEstimates(checked: CheckedScenario, paths: number) {
  const policies = checked.policies.map((_, place) => ({ place, priceScale: 1 }));
  const blocks = openBlocks(checked, policies);
  return (seed: string): Record<Measured, number>[] => {
    const gathering = openGathering(paths, policies.length, columnsOfRun(checked));
    for (let block = 0; block < blocksFor(paths); block++) gathering.add(block, blocks.run({ seed, block }));
    return gathering.ledgers().map((ledger, p) => {
      const estimates = pointEstimates(asStated(checked, ledger), riskContext(checked, p, 1, paths));
      return Object.fromEntries(measured.map((m) => [m, estimates[m]!])) as Record<Measured, number>;
    });
  };
}

function varianceOf(numbers: readonly number[]): number {
  const mean = numbers.reduce((a, b) => a + b) / numbers.length;
  return numbers.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (numbers.length - 1);
}

/** The ratios as text, at equal futures and at equal time. */
export function varianceTable({ scenario, repetitions, policies, microseconds }: VarianceRatios): string {
  // Two variances over n seeds each: their ratio has a relative standard error of about √(4 ÷ (n − 1)).
  const error = Math.round(Math.sqrt(4 / (repetitions - 1)) * 100);
  const cost = microseconds.quasi / microseconds.random;
  const shown = (ratio: number) => (ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(1)).padStart(8);
  const both = (ratio: number) => `${shown(ratio)}${shown(ratio / cost)}`;
  const rows = policies.map(
    ({ policy, probabilityOfLoss, ratios }) =>
      `${policy.padEnd(26)}${`${(probabilityOfLoss * 100).toFixed(1)} %`.padStart(8)}${measured.map((m) => both(ratios[m])).join("")}`,
  );
  const medians = measured.map((m) => both(median(policies.map(({ ratios }) => ratios[m])))).join("");
  return [
    `${scenario}: ${microseconds.random.toFixed(2)} µs a random future, ${microseconds.quasi.toFixed(2)} µs a quasi-random one, measures included (± ${error} %)`,
    `${"".padEnd(26)}${"P(loss)".padStart(8)}${["mean margin", "P(loss)", "shortfall 95"].map((title) => title.padStart(16)).join("")}`,
    `${"".padEnd(34)}${measured.map(() => `${"futures".padStart(8)}${"time".padStart(8)}`).join("")}`,
    ...rows,
    `${"median".padEnd(34)}${medians}`,
  ].join("\n");
}

function median(numbers: readonly number[]): number {
  const ascending = [...numbers].sort((a, b) => a - b);
  const middle = ascending.length >> 1;
  return ascending.length % 2 === 1 ? ascending[middle]! : (ascending[middle - 1]! + ascending[middle]!) / 2;
}
