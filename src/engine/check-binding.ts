import type { BindingReport } from "./binding-report.ts";
import type { FactValue } from "./fact.ts";
import { singleKinds } from "./kind.ts";
import { didYouMean } from "./nearest-name.ts";
import type { Parameter, Ruleset } from "./ruleset.ts";
import { effectsOf, groundsOf } from "./scope.ts";
import { wordsInRuleset } from "./words-in-ruleset.ts";

/** A payment term that a parameter states is in whole days, as one written out is. */
export function checkTermDays(
  rulesets: readonly Ruleset[],
  parameters: ReadonlyMap<string, { parameter: Parameter; value: FactValue }>,
  report: BindingReport,
): void {
  for (const ruleset of rulesets) {
    const named = effectsOf(ruleset).flatMap((e) =>
      typeof e.params.termDays === "object" ? [e.params.termDays.param] : [],
    );
    for (const name of new Set(named)) {
      const bound = parameters.get(name);
      if (bound === undefined) continue;
      const { value, parameter } = bound;
      if (parameter.unit === "days" && Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 3650)
        continue;
      report(
        {
          adjective: "invalid",
          noun: "payment term",
          found: `${name} = ${String(value)} ${parameter.unit}`,
          expected: "whole days from 0 to 3650, in the unit days",
        },
        ruleset,
      );
    }
  }
}

/** A ground that is nearly one of the policy's, but not quite, would never be found. */
export function checkGrounds(rulesets: readonly Ruleset[], report: BindingReport): void {
  const grounds = ["none", "handedBack", ...rulesets.flatMap(groundsOf)];
  for (const ruleset of rulesets) {
    for (const ground of wordsInRuleset({ ...ruleset, examples: [] }, "endGround")) {
      const hint = grounds.includes(ground) ? undefined : didYouMean(ground, grounds);
      if (hint === undefined) continue;
      report(
        {
          adjective: "unknown",
          noun: "ground",
          found: ground,
          expected: `one of ${grounds.join(", ")}`,
          hint,
        },
        ruleset,
      );
    }
  }
}

/** Rulesets of a policy are valid on its first day, each is bound once, and some kinds are bound once. */
export function checkRulesets(
  rulesets: readonly Ruleset[],
  contractStart: string,
  report: BindingReport,
): void {
  const ids = new Set<string>();
  for (const ruleset of rulesets) {
    if (ids.has(ruleset.id)) report({ adjective: "duplicate", noun: "ruleset", found: ruleset.id });
    ids.add(ruleset.id);
    if (
      contractStart < ruleset.validFrom ||
      (ruleset.validTo !== undefined && contractStart > ruleset.validTo)
    ) {
      const range =
        ruleset.validTo === undefined
          ? `from ${ruleset.validFrom}`
          : `from ${ruleset.validFrom} to ${ruleset.validTo}`;
      report({
        adjective: "invalid",
        noun: "ruleset",
        found: `${ruleset.id}, valid ${range}`,
        expected: `one valid at the contract's start, ${contractStart}`,
      });
    }
  }
  for (const kind of singleKinds) {
    const same = rulesets.filter((ruleset) => ruleset.kind === kind);
    if (same.length > 1) {
      report({
        adjective: "ambiguous",
        noun: `${kind} rulesets`,
        found: same.map((ruleset) => ruleset.id).join(", "),
        expected: `at most one of kind ${kind}`,
        ...(kind === "termination" && { hint: "several grounds are several rules in one ruleset" }),
      });
    }
  }
}
