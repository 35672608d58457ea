import { type Explanation, rulesIn } from "../../engine/explanation.ts";

/** What a ruleset's explanation says of the rules for one output, in file order. */
export function rulesFor(ruleset: Explanation | undefined, output: string): Explanation[] {
  return ruleset === undefined ? [] : rulesIn(ruleset).filter((rule) => rule.about!.output === output);
}

/** The outputs of a ruleset's rules, in file order. */
export function outputsIn(ruleset: Explanation): string[] {
  return [...new Set(rulesIn(ruleset).map((rule) => rule.about!.output!))];
}

/** Does a rule, or what stands under otherwise, give the output? */
export function isGiven(ruleset: Explanation | undefined, output: string): boolean {
  return rulesFor(ruleset, output).some((rule) => rule.held);
}

/** Of rules that do not hold, the one that came nearest: the most comparisons held before the first that failed. */
export function nearestRule(rules: readonly Explanation[]): Explanation | undefined {
  return [...rules].sort((a, b) => (firstFailure(b)?.place ?? 0) - (firstFailure(a)?.place ?? 0))[0];
}

/** The comparisons below a rule, in order. */
export function comparisons(rule: Explanation): Explanation[] {
  return (rule.children ?? []).flatMap((child) =>
    // What stands below a comparison tells of tracked facts, which neither hold nor fail.
    child.held === undefined
      ? []
      : child.children?.some((c) => c.held !== undefined)
        ? comparisons(child)
        : [child],
  );
}

/** The comparison of a rule that failed first, with its place among them. */
export function firstFailure(rule: Explanation): { place: number; text: string } | undefined {
  const all = comparisons(rule);
  const place = all.findIndex((comparison) => comparison.held === false);
  return place < 0 ? undefined : { place, text: all[place]!.text };
}
