import type { FactValue } from "../engine/fact.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import { setFactsOf } from "../engine/scope.ts";

/** A fact beyond the dictionary that a ruleset reads and does not give itself. */
export type Need = {
  readonly name: string;
  /** The scenario must give it; another ruleset of the policy may. */
  readonly from: "scenario" | "set";
  /** Its value where no ruleset gives it. */
  readonly default: FactValue;
  readonly sentence: string;
};

/** The facts that a scenario or another ruleset of the policy must give. */
export function needsOf(ruleset: Ruleset): Need[] {
  const sets = new Set(setFactsOf(ruleset));
  return Object.entries(ruleset.facts)
    .filter(([name]) => !sets.has(name))
    .map(([name, { from, default: usual, sentence }]) => ({ name, from, default: usual, sentence }));
}
