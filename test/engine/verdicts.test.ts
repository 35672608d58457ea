import { expect, it } from "vitest";
import { checkExamples } from "../../src/engine/check-examples.ts";
import { checkRuleset } from "../../src/engine/check-ruleset.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { openEvaluate } from "../../src/engine/evaluate.ts";
import { hitPolicies } from "../../src/engine/hit-policy.ts";
import { problemText } from "../../src/engine/problem.ts";

/** A gate with two rules that give one reason, and a second stage that reads it. */
const gate = (hitPolicy: string) => {
  const leaveOut = (name: string, output: string, all: object[]) => ({
    name,
    conditions: { all },
    event: { type: "exclude", params: { output } },
  });
  const text = JSON.stringify({
    id: "gate",
    kind: "admission",
    version: "1.0.0",
    title: "A gate",
    source: [{ document: "A test" }],
    validFrom: "2015-01-01",
    stages: [
      { hitPolicy, rules: [leaveOut("one", "first", []), leaveOut("other", "first", [])] },
      {
        hitPolicy: "any",
        rules: [leaveOut("then", "second", [{ fact: "first", operator: "equal", value: true }])],
      },
    ],
    examples: [
      { name: "both", given: {}, expect: { first: true, second: true }, because: "a reason is a reason" },
    ],
  });
  const document = parseDocument("gate.json", text, "json");
  return checkRuleset(document, document.value);
};

it.each(hitPolicies)(
  "two rules that give one reason under %s are one reason on both roads, or are refused",
  async (policy) => {
    const { ruleset, problems } = gate(policy);
    const isKept = ["unique", "any", "first", "priority"].includes(policy);
    expect(problems.map(({ noun }) => noun)).toEqual(isKept ? [] : ["event type", "event type"]);
    if (ruleset === undefined) return;
    const failed = (await checkExamples(ruleset, openEvaluate(), () => "example")).map(problemText);
    // Under unique two rules that hold are the clause's own fault, and both roads stop at it.
    if (policy === "unique") expect(failed.join()).toContain("ambiguous rules on first");
    else expect(failed).toEqual([]);
  },
);
