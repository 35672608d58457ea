import type { JudgedCase } from "../../engine/cases/judged-case.ts";
import { isAsExpected } from "../../engine/cases/run-case.ts";
import type { Example, Ruleset } from "../../engine/ruleset.ts";
import { expectedWords } from "../../report/judged-case-words.ts";

/** Does what is found equal what an example expects? Said in one sentence, with the example's own reason. */
export function againstExample(
  ruleset: Ruleset,
  example: Example,
  { found }: Pick<JudgedCase, "found">,
  isMoved: boolean,
): { readonly isEqual: boolean; readonly text: string } {
  const isEqual = Object.keys(example.expect).every((name) => isAsExpected(found, example, name));
  const expected = expectedWords(ruleset, example);
  if (!isEqual)
    return {
      isEqual,
      text: `This is not what the example expects, where ${expected}. You have moved its facts.`,
    };
  const said = isMoved
    ? "You have moved the facts, and what you see still equals the example’s expected result"
    : "What you see equals the example’s expected result";
  return { isEqual, text: `✓ ${said}: ${expected}, because ${example.because.replace(/\.$/, "")}.` };
}
