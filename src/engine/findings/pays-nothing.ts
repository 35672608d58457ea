import type { Contract } from "../contract.ts";
import type { Ruleset } from "../ruleset.ts";
import { paymentsOf } from "../scope.ts";
import { amountRange, anyNumber, isNothing, nothing, type Range } from "./amount-range.ts";
import { conditionRange } from "./condition-range.ts";
import { rangeOfSpec } from "./tracked-ranges.ts";

/**
 * Is every payment of a ruleset 0 where one number is 0, whatever all others are?
 *
 * Said only of rulesets that pay something under their own names. What such a ruleset paid before is nothing too, so
 * sums of its own payments are.
 */
export function paysNothingWithout(name: string, ruleset: Ruleset, { rulesets, tracked }: Contract): boolean {
  const own = paymentsOf(ruleset);
  if (own.length === 0) return false;
  const others = new Set(rulesets.filter((other) => other !== ruleset).flatMap(paymentsOf));
  const ranges = new Map<string, Range>([[name, nothing]]);
  for (const output of own) if (!others.has(output)) ranges.set(`${output}Pence`, nothing);
  const rangeOf = (read: string) => ranges.get(read) ?? anyNumber;
  for (const { name: fact, spec } of tracked)
    if ("value" in spec || "sum" in spec) ranges.set(fact, rangeOfSpec(spec, rangeOf));
  const possible = ruleset.stages.flatMap(({ rules, otherwise, hitPolicy }) => [
    ...rules
      .filter(({ conditions }) => conditionRange(conditions, rangeOf).can)
      // A count pays by how many hold, whatever their amounts are.
      .map(({ event }) => (hitPolicy === "collect count" ? { ...event, params: { amount: 1 } } : event)),
    ...otherwise,
  ]);
  return possible.every(({ type, params: { amount } }) => {
    if (type !== "pay") return true;
    return typeof amount === "object" ? isNothing(amountRange(amount, rangeOf)) : amount === 0;
  });
}
