import type { Contract } from "../engine/contract.ts";
import { paymentKinds } from "../engine/kind.ts";
import { namesRead } from "./names-read.ts";

/** What the plan of a policy stands on: contracts with the same key plan alike where these parameters have the same values. */
export type PlannedTerms = {
  readonly key: string;
  /** Names of the parameters that payments read, directly or through what they track. */
  readonly parameters: readonly string[];
  /** Names of everything that payments read. */
  readonly reads: ReadonlySet<string>;
};

const known = new WeakMap<Contract, PlannedTerms>();

/** Tells what the plan of a contract stands on: the rulesets that pay, and all that they read. */
export function plannedTerms(contract: Contract): PlannedTerms {
  const before = known.get(contract);
  if (before !== undefined) return before;
  const paying = contract.rulesets.filter((ruleset) => paymentKinds.includes(ruleset.kind));
  const reads = namesRead(contract, paying);
  const tracked = contract.tracked.filter(({ name }) => reads.has(name));
  // Words are numbered by all rulesets of a policy, those too that do not pay.
  const words = [...reads].sort().map((name) => contract.facts.get(name)?.values ?? null);
  const terms = {
    key: JSON.stringify([paying.map(({ id, version }) => [id, version]), tracked, words]),
    parameters: [...reads].filter((name) => contract.parameters.has(name)).sort(),
    reads,
  };
  known.set(contract, terms);
  return terms;
}
