import type { BoundRequirement } from "../../award/bound-requirement.ts";
import { type CheckedOffer, checkOffers } from "../../award/check-offers.ts";
import { checkRequirement } from "../../award/check-requirement.ts";
import type { Requirement } from "../../award/requirement-schema.ts";
import { parseDocument } from "../../engine/document.ts";
import { type Problem, problemText } from "../../engine/problem.ts";
import type { Ruleset } from "../../engine/ruleset.ts";

/** A requirement as it was published, or with other weights, and the offers to it. */
export type ReadRound = { readonly bound: BoundRequirement; readonly offers: readonly CheckedOffer[] };

/** A round as the page holds it: both files as JSON. */
export type RoundText = { readonly id: string; readonly requirement: string; readonly offers: string };

/** Reads a round that is shipped with the page, with the weights that `changed` gives it. */
export function readRound(
  { id, requirement, offers }: RoundText,
  library: readonly Ruleset[],
  changed?: (requirement: Requirement) => Requirement,
): ReadRound {
  const rulesets = new Map(library.map((ruleset) => [ruleset.id, ruleset]));
  const checked = checkRequirement(parseDocument(id, requirement, "json"), rulesets, changed);
  if (checked.bound === undefined) throw new Error(told(checked.problems));
  const read = checkOffers([parseDocument(`offers to ${id}`, offers, "json")], checked.bound);
  if (read.offers === undefined) throw new Error(told(read.problems));
  return { bound: checked.bound, offers: read.offers };
}

function told(problems: readonly Problem[]): string {
  return problems.map(problemText).join("\n");
}
