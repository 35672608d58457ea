import { parseDocument } from "../../src/engine/document.ts";
import { type Problem, problemText } from "../../src/engine/problem.ts";
import { openBlocks } from "../../src/sim/block.ts";
import { type CheckedScenario, checkScenario } from "../../src/sim/check-scenario.ts";
import { blocksFor, openGathering } from "../../src/sim/gather.ts";
import { columnsOfRun } from "../../src/sim/ledger-columns.ts";
import type { Estimate } from "../../src/sim/risk/estimate.ts";
import type { LedgerColumns } from "../../src/sim/risk/ledger-columns.ts";
import { measureDifference } from "../../src/sim/risk/measure-difference.ts";
import { measurePolicy } from "../../src/sim/risk/measure-policy.ts";
import type { RiskContext } from "../../src/sim/risk/risk-context.ts";

/** A model's answers: what every path left, what was measured, and the differences from the first policy. */
export type ModelRun = {
  checked: CheckedScenario;
  ledgers: Record<string, LedgerColumns>;
  measures: Record<string, Record<string, Estimate>>;
  differences: Record<string, ReturnType<typeof measureDifference>>;
};

/**
 * Runs a scenario written as a plain object through what a file goes through: its text is parsed, checked, drawn,
 * settled and measured. Throws with every problem's line where the check finds any.
 */
export function runModel(scenario: unknown, options: { paths?: number; seed?: string } = {}): ModelRun {
  const { paths = 100_000, seed = "model" } = options;
  const checked = checkModel(scenario);
  const ids = checked.policies.map((policy) => policy.spec.id);
  const blocks = openBlocks(
    checked,
    ids.map((_, place) => ({ place, priceScale: 1 })),
  );
  const gathering = openGathering(paths, ids.length, columnsOfRun(checked));
  for (let block = 0; block < blocksFor(paths); block += blocks.blocks)
    gathering.add(block, blocks.run({ seed, block }));
  // Models share a process, and its native memory.
  blocks.close();
  const context = contextOf(checked, paths);
  const contexts = ids.map(() => ({ ...context, ascending: new Map() }));
  const byPolicy = <T>(of: (place: number) => T) =>
    Object.fromEntries(ids.map((id, place): [string, T] => [id, of(place)]));
  return {
    checked,
    ledgers: byPolicy((p) => gathering.ledgers()[p]!),
    measures: byPolicy((p) => measurePolicy(gathering.ledgers()[p]!, contexts[p]!)),
    differences: Object.fromEntries(
      ids.slice(1).map((id, k) => {
        const pair = { a: contexts[k + 1]!, b: contexts[0]! };
        return [id, measureDifference(gathering.ledgers()[k + 1]!, gathering.ledgers()[0]!, pair)];
      }),
    ),
  };
}

/** Parses and checks a scenario written as a plain object; throws with every problem's line. */
export function checkModel(scenario: unknown): CheckedScenario {
  const document = parseDocument("model.json", JSON.stringify(scenario), "json");
  fail(document.problems);
  const { checked, problems } = checkScenario(document, new Map());
  fail(problems);
  return checked!;
}

function fail(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Error(problems.map(problemText).join("\n"));
}

function contextOf({ scenario }: CheckedScenario, paths: number): RiskContext {
  const { reserves } = scenario.provider;
  const { deadweightRate } = scenario.delivery;
  return {
    paths,
    breakEvenReferralsPerMonth: null,
    ...(reserves && { reservesPence: Math.round(reserves.mean * 100) }),
    ...(deadweightRate && { deadweightRate: deadweightRate.mean }),
  };
}

/** How many standard errors an estimate lies from the exact value; its own standard error unless one is given. */
export function deviation(
  estimate: Pick<Estimate, "value" | "se"> | undefined,
  exact: number,
  se?: number,
): number {
  const gap = (estimate?.value ?? Number.NaN) - exact;
  const spread = se ?? estimate?.se ?? Number.NaN;
  // What is known without error must agree but for the rounding of sums.
  if (spread === 0)
    return Math.abs(gap) <= 1e-9 * Math.max(1, Math.abs(exact)) ? 0 : Number.POSITIVE_INFINITY;
  return Math.abs(gap / spread);
}
