import { bindExample, monthsOfExample } from "../bind-example.ts";
import type { Contract } from "../contract.ts";
import type { Evaluate } from "../evaluate.ts";
import type { RulesetMonth } from "../evaluate-contract.ts";
import { openCompileRoad } from "../example-compile.ts";
import { openEvaluateRoad } from "../example-evaluate.ts";
import type { FactValue } from "../fact.ts";
import { conflictOf } from "../rule-conflict.ts";
import type { Example, Ruleset } from "../ruleset.ts";

/** A case as json-rules-engine judged it, with all that is needed to say why. */
export type JudgedCase = {
  readonly contract: Contract;
  /** The last month: how each rule was judged, the facts as they were read, what was given. */
  readonly month: RulesetMonth;
  readonly found: Readonly<Record<string, FactValue | null>>;
  /** Does the kernel, which compiles the same rules to arithmetic, find the same? */
  readonly isConfirmed: boolean;
};

/**
 * Judges a case on json-rules-engine and holds it against the kernel. A text says why the rules give no answer, as where
 * two of them hold of which one may.
 */
export async function judgeCase(
  ruleset: Ruleset,
  example: Example,
  evaluate: Evaluate,
): Promise<JudgedCase | string> {
  const { contract, problems } = bindExample(ruleset, example, ruleset.id);
  if (contract === undefined) return problems.map(({ noun, found }) => `${noun}: ${found}`).join("; ");
  const months = monthsOfExample(ruleset, example);
  let last: RulesetMonth | undefined;
  const road = openEvaluateRoad(contract, ruleset, evaluate, (_, month) => {
    last = month;
  });
  try {
    const found = await road(months);
    const kernel = await openCompileRoad(contract, ruleset)(months);
    const isConfirmed = Object.entries(kernel).every(
      ([name, value]) => !Object.hasOwn(found, name) || found[name] === value,
    );
    return { contract, month: last!, found, isConfirmed };
  } catch (error) {
    if (conflictOf(error) === undefined) throw error;
    return (error as Error).message;
  }
}
