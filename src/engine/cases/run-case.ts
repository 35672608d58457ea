import { bindExample, monthsOfExample } from "../bind-example.ts";
import type { Evaluate, Judgement } from "../evaluate.ts";
import { openCompileRoad } from "../example-compile.ts";
import { type ExampleRoad, openEvaluateRoad } from "../example-evaluate.ts";
import type { FactValue } from "../fact.ts";
import { conflictOf } from "../rule-conflict.ts";
import type { Example, Ruleset } from "../ruleset.ts";

type Found = Readonly<Record<string, FactValue | null>>;

/** What one road found: facts after the last month, or why the run stopped. */
export type RoadResult = { readonly found: Found; readonly stopped?: string };

/** A case as json-rules-engine and the kernel found it, and the rules that held in its last month. */
export type CaseRun = {
  readonly reasons: RoadResult;
  readonly kernel: RoadResult;
  readonly held: readonly string[];
};

/** Runs a case on both roads; a ruleset that cannot be bound alone gives undefined. */
export async function runCase(
  ruleset: Ruleset,
  example: Example,
  evaluate: Evaluate,
): Promise<CaseRun | undefined> {
  const { contract } = bindExample(ruleset, example, ruleset.id);
  if (contract === undefined) return undefined;
  const months = monthsOfExample(ruleset, example);
  let last: readonly Judgement[] = [];
  const reasons = openEvaluateRoad(contract, ruleset, evaluate, (judgements) => {
    last = judgements;
  });
  const result = {
    reasons: await taken(reasons, months),
    kernel: await taken(openCompileRoad(contract, ruleset), months),
  };
  return { ...result, held: last.filter(({ held }) => held).map(({ rule }) => rule) };
}

/** Does a case give all that it expects? `null` is 0, but for an end. */
export function meets({ found, stopped }: RoadResult, example: Example): boolean {
  return (
    stopped === undefined && Object.keys(example.expect).every((name) => isAsExpected(found, example, name))
  );
}

export function isAsExpected(found: Found, example: Example, name: string): boolean {
  return Object.is(found[name] ?? null, expectedValue(example, name));
}

export function expectedValue({ expect }: Example, name: string): FactValue | null {
  const value = expect[name]!;
  return value === null && name !== "end" ? 0 : value;
}

async function taken(road: ExampleRoad, months: Parameters<ExampleRoad>[0]): Promise<RoadResult> {
  try {
    return { found: await road(months) };
  } catch (error) {
    // Rules that hold together where one may: the run stops, and that is the finding.
    if (conflictOf(error) === undefined) throw error;
    return { found: {}, stopped: (error as Error).message };
  }
}
