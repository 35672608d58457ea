import { expect, test } from "vitest";
import { checkRuleset } from "../../src/engine/check-ruleset.ts";
import { parseDocument } from "../../src/engine/document.ts";
import type { HitPolicy } from "../../src/engine/hit-policy.ts";
import { problemText } from "../../src/engine/problem.ts";
import { sets } from "../models/endings.ts";
import { terms } from "../models/terms.ts";

const flag = {
  type: "boolean",
  unit: "yes or no",
  default: false,
  from: "set",
  sentence: "A flag.",
} as const;
const check = (hitPolicy: HitPolicy) => {
  const stages = [{ hitPolicy, rules: [sets("flag", true)] }];
  const { problems } = checkRuleset(
    parseDocument("flags", "{}", "json"),
    terms("adjustment", "flags", [], { facts: { flag }, stages }),
  );
  return problems.map(problemText);
};

test("yes and no cannot be collected, as their sum would be neither", () => {
  for (const hitPolicy of ["collect sum", "collect min", "collect max", "collect count"] as const) {
    expect(check(hitPolicy)).toEqual([
      `flags:1:1 stages[0].rules[0].event.params.output: unsupported output: flag under ${hitPolicy}; expected a number where hits are collected; use unique, any, first or priority`,
    ]);
  }
  for (const hitPolicy of ["unique", "any", "first", "priority"] as const)
    expect(check(hitPolicy)).toEqual([]);
});
