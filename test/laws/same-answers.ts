import { checkRuleset } from "../../src/engine/check-ruleset.ts";
import { bindContract, type Contract } from "../../src/engine/contract.ts";
import { parseDocument } from "../../src/engine/document.ts";
import type { Evaluate } from "../../src/engine/evaluate.ts";
import { type Problem, problemText } from "../../src/engine/problem.ts";
import type { Ruleset, RulesetSpec } from "../../src/engine/ruleset.ts";
import { type MonthOfRows, providedFacts } from "./arbitrary-facts.ts";
import { kernelRoad, type RoadMonth } from "./kernel-road.ts";
import { reasonsRoad } from "./reasons-road.ts";

/** Checks and binds generated rulesets; a generated file that does not pass the check is a fault of the generator. */
export function boundContract(specs: readonly RulesetSpec[]): Contract {
  const document = parseDocument("generated.json", "{}", "json");
  const rulesets = specs.map((spec): Ruleset => {
    const { ruleset, problems } = checkRuleset(document, spec);
    refuse(problems);
    return ruleset!;
  });
  const bound = bindContract({ id: "law", rulesets, parameters: {} }, providedFacts, "2017-04-01", "law");
  refuse(bound.problems);
  return bound.contract!;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Error(`generator: ${problems.map(problemText).join("\n")}`);
}

/** What a comparison met, so that a test can say that it did not pass for want of anything to compare. */
export type Tally = { numbers: number; held: number; conflicts: number; ends: number; notZero: number };

export const openTally = (): Tally => ({ numbers: 0, held: 0, conflicts: 0, ends: 0, notZero: 0 });

/**
 * Says where the kernel and json-rules-engine part, bit for bit; undefined where they never do. `rounded` is false for
 * contracts whose payments are not rounded.
 */
export async function difference(
  contract: Contract,
  months: readonly MonthOfRows[],
  rows: number,
  evaluate: Evaluate,
  tally: Tally,
  rounded = true,
): Promise<string | undefined> {
  const kernel = kernelRoad(contract, months, rows, "as they are", rounded);
  const spread = kernelRoad(contract, months, rows, "spread out", rounded);
  const reasons = await reasonsRoad(contract, months, rows, evaluate, rounded);
  return (
    apart("uniform and spread columns", kernel, spread, rows, openTally()) ??
    apart("kernel and json-rules-engine", kernel, reasons, rows, tally)
  );
}

function apart(
  what: string,
  one: readonly RoadMonth[],
  other: readonly RoadMonth[],
  rows: number,
  tally: Tally,
): string | undefined {
  if (one.length !== other.length) return `${what}: ${one.length} months and ${other.length}`;
  for (const [m, { columns, conflict }] of one.entries()) {
    const there = other[m]!;
    if (conflict !== there.conflict)
      return `${what}, month ${m + 1}: rules in conflict first on row ${conflict} and ${there.conflict}`;
    if (conflict !== undefined) {
      tally.conflicts += 1;
      return undefined;
    }
    for (const [name, column] of columns) {
      for (let row = 0; row < rows; row++) {
        const here = column[row]!;
        const witness = there.columns.get(name)?.[row];
        if (!Object.is(here, witness)) {
          return `${what}, month ${m + 1}, row ${row}, ${name}: ${shown(here)} and ${shown(witness)}`;
        }
        tally.numbers += 1;
        if (here !== 0 && !Number.isNaN(here)) tally.notZero += 1;
        if (name.includes(": rule") && here === 1) tally.held += 1;
        if (name === "end" && here >= 0) tally.ends += 1;
      }
    }
  }
  return undefined;
}

function shown(x: number | undefined): string {
  return Object.is(x, -0) ? "-0" : String(x);
}
