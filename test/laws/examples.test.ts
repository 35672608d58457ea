import { describe, expect, it } from "vitest";
import { monthsOf } from "../../src/engine/check-example-facts.ts";
import { checkExamples } from "../../src/engine/check-examples.ts";
import { type Evaluate, openEvaluate } from "../../src/engine/evaluate.ts";
import { problemText } from "../../src/engine/problem.ts";
import type { Ruleset } from "../../src/engine/ruleset.ts";
import { shippedRulesets } from "./shipped-scenarios.ts";

// Law 6: every example of every rule file holds on both roads.
const rulesets = shippedRulesets();

/** Rules that no example of their own file hits, each with a reason. */
const hitByNoExample: Readonly<Record<string, string>> = {};

describe("law 6: every example in every rule file holds on both roads", () => {
  it("finds the rule files", () => expect(rulesets.length).toBeGreaterThanOrEqual(5));

  for (const ruleset of rulesets) {
    describe(ruleset.id, () => {
      const held = new Set<string>();
      const evaluate = noting(openEvaluate(), ruleset, held);

      it("has examples that hold", async () => {
        expect(ruleset.examples.length).toBeGreaterThan(1);
        const problems = await checkExamples(ruleset, evaluate, (place) => `example ${place + 1}`);
        expect(problems.map(problemText)).toEqual([]);
        for (const example of ruleset.examples) {
          expect(Object.keys(example.expect).length, example.name).toBeGreaterThan(0);
          expect(monthsOf(example).length, example.name).toBeGreaterThan(0);
        }
      });

      it("has an example for every rule, in which it holds", () => {
        const rules = ruleset.stages.flatMap((stage) => stage.rules.map((rule) => rule.name));
        const missed = rules.filter((rule) => !held.has(rule));
        const excused = Object.keys(hitByNoExample).filter((name) => name.startsWith(`${ruleset.id}: `));
        expect(missed.map((rule) => `${ruleset.id}: ${rule}`)).toEqual(excused);
      });

      it("has an example that fails where what it expects is changed", async () => {
        const examples = ruleset.examples.map((example) => ({
          ...example,
          expect: Object.fromEntries(
            Object.entries(example.expect).map(([name, value]) => [name, other(value)]),
          ),
        }));
        const problems = await checkExamples({ ...ruleset, examples }, openEvaluate(), () => "changed");
        const expected = examples.flatMap((example) => Object.keys(example.expect));
        // Both roads find each of them wrong, and alike, which is said once.
        expect(problems.length).toBe(expected.length);
        for (const { found } of problems) expect(found).toMatch(/ in both ways$/);
      });
    });
  }
});

function other(value: unknown): number | boolean | string | null {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  return value === null ? "another" : null;
}

function noting(evaluate: Evaluate, ruleset: Ruleset, held: Set<string>): Evaluate {
  return async (stage, facts) => {
    const judgements = await evaluate(stage, facts);
    if ((ruleset.stages as readonly object[]).includes(stage))
      for (const judgement of judgements) if (judgement.held) held.add(judgement.rule);
    return judgements;
  };
}
