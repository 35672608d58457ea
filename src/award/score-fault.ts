import { type InputFault, inputFault } from "../engine/input-fault.ts";
import type { Leaf } from "./bound-requirement.ts";
import type { CheckedOffer } from "./check-offers.ts";

/** A ruleset scored more than there is, or less than nothing: its formula is at fault, and shows only on an offer. */
export function scoreFault(leaf: Leaf, { offer }: CheckedOffer, points: number): InputFault {
  const problem = {
    where: leaf.ruleset.id,
    adjective: "invalid",
    noun: "points",
    found: `${points / 100} for ${offer.id} under ${leaf.id}`,
    expected: `from 0 to ${leaf.outOf / 100}`,
    hint: "clamp the amount",
  } as const;
  return inputFault(problem, `${leaf.ruleset.id} scored ${points / 100} of ${leaf.outOf / 100}`);
}
