import type { Fact } from "../fact.ts";
import { comesWhole } from "../given-range.ts";
import type { Ruleset } from "../ruleset.ts";
import { scopeOf } from "../scope.ts";
import type { Situation } from "./condition-holds.ts";
import { trackedRanges } from "./tracked-ranges.ts";

/** A fact with what it can be: its range, and whether it counts people, places, months or pence and so is whole. */
export type RangedFact = Fact & { readonly whole?: boolean };

/**
 * All that a file may read, with the ranges that follow from what a name is.
 *
 * People, places and months are whole and at least 0, and a tracked fact lies where the facts that it is made of can
 * take it. With `fixed`, parameters have these values; else all of their own range.
 */
export function rangedFacts(ruleset: Ruleset, fixed: Situation = {}): Map<string, RangedFact> {
  const facts = new Map<string, RangedFact>();
  for (const [name, fact] of scopeOf(ruleset)) facts.set(name, withRange(fact));
  for (const [name, { unit, min, max }] of Object.entries(ruleset.parameters)) {
    const scale = unit === "pounds" ? 100 : 1;
    const value = fixed[name];
    facts.set(name, {
      ...facts.get(name)!,
      ...(min !== undefined && { min: min * scale }),
      ...(max !== undefined && { max: max * scale }),
      ...(typeof value === "number" && { min: value, max: value, whole: Number.isInteger(value) }),
    });
  }
  for (const [name, range] of trackedRanges(ruleset.tracked, facts))
    facts.set(name, { ...facts.get(name)!, ...range });
  return facts;
}

/** What a rule gives may be fractional; what the world counts is not. */
function withRange(fact: Fact): RangedFact {
  const counted = comesWhole(fact);
  if (fact.type !== "number" || !(counted || isWholePence(fact))) return fact;
  const least = counted ? { min: fact.min ?? 0 } : {};
  return { ...fact, ...least, whole: true };
}

// What moves with the scale of prices, and what is expected to come, is not rounded.
const unrounded = ["calledOffValuePence", "contractValuePence", "goingOnMarginPence", "goingOnPaymentsPence"];

function isWholePence({ unit, from, name }: Fact): boolean {
  return unit === "pence" && ["dictionary", "output"].includes(from) && !unrounded.includes(name);
}
