import { isGivenByRules } from "../contract.ts";
import type { Fact } from "../fact.ts";
import type { TrackedSpec } from "../ruleset.ts";
import { namesInTracked } from "../scope.ts";
import { orderTracked } from "../tracked-order.ts";
import { amountRange, anyNumber, either, nothing, type Range } from "./amount-range.ts";
import type { RangedFact } from "./ranged-fact.ts";

/** Where the tracked facts of a file can lie, by what they are made of; of those that can lie anywhere, nothing. */
export function trackedRanges(
  specs: Readonly<Record<string, TrackedSpec>>,
  facts: ReadonlyMap<string, RangedFact>,
): Map<string, Partial<Pick<RangedFact, "min" | "max" | "whole">>> {
  const { order } = orderTracked(specs);
  const ranges = new Map<string, Range>();
  const late = new Set<string>();
  const rangeOf = (name: string) => ranges.get(name) ?? rangeOfFact(facts.get(name));
  for (const name of order) {
    const spec = specs[name]!;
    if ("latch" in spec) continue;
    const reads = namesInTracked(spec);
    const waits = reads.some(
      (read) => late.has(read) || (facts.has(read) && isGivenByRules(facts.get(read)!)),
    );
    if (waits) late.add(name);
    const range = rangeOfSpec(spec, rangeOf);
    // What waits for rules is read as at the end of last month, and is 0 in month 1.
    ranges.set(name, waits ? either(range, nothing) : range);
  }
  return new Map(
    [...ranges].map(([name, { min, max, whole }]) => [
      name,
      { ...(Number.isFinite(min) && { min }), ...(Number.isFinite(max) && { max }), whole },
    ]),
  );
}

/** Where a tracked fact can lie if the names in it lie where `rangeOf` says. */
export function rangeOfSpec(spec: TrackedSpec, rangeOf: (name: string) => Range): Range {
  if ("value" in spec) return amountRange(spec.value, rangeOf);
  if ("sum" in spec) {
    const { min, max, whole } = amountRange(spec.sum, rangeOf);
    // This month is in every window, and no number of months is sure beyond it.
    return {
      min: min >= 0 ? min : Number.NEGATIVE_INFINITY,
      max: max <= 0 ? max : Number.POSITIVE_INFINITY,
      whole,
    };
  }
  return { min: 0, max: Number.POSITIVE_INFINITY, whole: true };
}

function rangeOfFact(fact: (Fact & { readonly whole?: boolean }) | undefined): Range {
  if (fact?.type === "boolean") return { min: 0, max: 1, whole: true };
  if (fact === undefined || fact.type === "enum") return anyNumber;
  return {
    min: fact.min ?? Number.NEGATIVE_INFINITY,
    max: fact.max ?? Number.POSITIVE_INFINITY,
    whole: fact.whole ?? false,
  };
}
