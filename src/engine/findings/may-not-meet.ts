import { isGivenByRules } from "../contract.ts";
import type { Fact } from "../fact.ts";
import type { Ruleset } from "../ruleset.ts";
import { namesInTracked } from "../scope.ts";

// Facts that follow from the month, or from the end, and so are not free of it.
const follows: Readonly<Record<string, string>> = {
  monthOfYear: "month",
  contractYear: "month",
  financialYear: "month",
  lastMonthOfContractYear: "month",
  lastMonthOfFinancialYear: "month",
  plannedPhase: "month",
  phase: "month",
  endGround: "endMonth",
};

/**
 * Can one of these facts follow from another, or two of them from a third, so that values which each of them can have
 * may never stand together?
 *
 * Facts of the dictionary that are never over one another are not meant: the grid of situations keeps to that.
 */
export function mayNotMeet(
  names: readonly string[],
  ruleset: Ruleset,
  facts: ReadonlyMap<string, Fact>,
): boolean {
  const met = new Set<string>();
  for (const name of names) {
    const roots = rootsOf(name, ruleset, facts);
    if ([...roots].some((root) => met.has(root))) return true;
    for (const root of roots) met.add(root);
  }
  return false;
}

function rootsOf(name: string, ruleset: Ruleset, facts: ReadonlyMap<string, Fact>): Set<string> {
  const fact = facts.get(name);
  if (fact === undefined || fact.from === "parameter") return new Set();
  if (Object.hasOwn(ruleset.tracked, name)) {
    const spec = ruleset.tracked[name]!;
    const roots = namesInTracked(spec).flatMap((part) => [...rootsOf(part, ruleset, facts)]);
    // Months that are counted are never more than have passed.
    return new Set("value" in spec || "sum" in spec ? roots : [...roots, "month"]);
  }
  if (isGivenByRules(fact)) return new Set(["what rules give"]);
  return new Set([follows[name] ?? name]);
}
