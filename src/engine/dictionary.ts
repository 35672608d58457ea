import { awardFacts } from "./award-facts.ts";
import { contractFacts } from "./contract-facts.ts";
import type { Dictionary } from "./fact.ts";
import { isAwardKind, type Kind } from "./kind.ts";

/** The facts that rulesets of a kind read undeclared: a month's of a contract, or an offer's in an award. */
export function dictionaryOf(kind: Kind): Dictionary {
  return isAwardKind(kind) ? awardFacts : contractFacts;
}
