import { expect, test } from "vitest";
import { checkExamples } from "../../src/engine/check-examples.ts";
import { checkRuleset } from "../../src/engine/check-ruleset.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { openEvaluate } from "../../src/engine/evaluate.ts";
import { problemText } from "../../src/engine/problem.ts";
import { pays, pounds, terms, where } from "../models/terms.ts";

// A claimant group and a ground of an end may be any word: the scenario, or another ruleset, says which there are.
for (const [fact, word] of [
  ["claimantGroup", "specialist"],
  ["endGround", "lowReferrals"],
] as const) {
  test(`words of ${fact} that no list knows are told apart on both roads`, async () => {
    const when = { all: [where(fact, "equal", word)] };
    const because = "only this word is paid";
    const spec = terms("adjustment", "by-word", [pays("fee", { param: "price" }, { when })], {
      parameters: { price: pounds(5) },
      examples: [
        { name: "the word", given: { [fact]: word }, expect: { feePence: 500 }, because },
        { name: "another", given: { [fact]: "other" }, expect: { feePence: 0 }, because },
        { name: "none", given: {}, expect: { feePence: 0 }, because },
      ],
    });
    const { ruleset } = checkRuleset(parseDocument("by-word", "{}", "json"), spec);
    const problems = await checkExamples(ruleset!, openEvaluate(), () => "example");
    expect(problems.map(problemText)).toEqual([]);
  });
}
