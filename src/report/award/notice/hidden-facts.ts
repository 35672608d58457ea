import { relativeFacts } from "../../../engine/award-facts.ts";
import type { Contract } from "../../../engine/contract.ts";
import type { FactValue } from "../../../engine/fact.ts";
import { namesInTracked } from "../../../engine/scope.ts";
import { contractWording, type Wording } from "../../../engine/words/wording.ts";

/** Facts that tell of other offers, in themselves or through what a ruleset tracks: their values stay out of notices. */
export function hiddenFacts({ tracked }: Contract): ReadonlySet<string> {
  const hidden = new Set(relativeFacts);
  // Tracked facts come sorted, each after those it reads.
  for (const { name, spec } of tracked)
    if (namesInTracked(spec).some((read) => hidden.has(read))) hidden.add(name);
  return hidden;
}

/** The wording of a ruleset with the offer's own values beside its facts, and no other offer's. */
export function ownWording(contract: Contract, read: Readonly<Record<string, FactValue>>): Wording {
  const hidden = hiddenFacts(contract);
  return contractWording(contract, 1, (name) => (hidden.has(name) ? undefined : read[name]));
}
