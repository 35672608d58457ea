import { checkExamples } from "../../engine/check-examples.ts";
import type { Evaluate } from "../../engine/evaluate.ts";
import { expectedWords } from "../../report/judged-case-words.ts";
import type { WrittenRuleset } from "../live/live-request.ts";
import { readRuleset } from "../live/read-source.ts";
import type { RunExample } from "./reasons-request.ts";

/** Runs the examples of a written ruleset on both roads, as `riskshare check` does; none where it cannot be read. */
export async function runExamples(
  { name, text }: WrittenRuleset,
  evaluate: Evaluate,
): Promise<readonly RunExample[]> {
  const { ruleset, document } = readRuleset(name, text);
  if (ruleset === undefined) return [];
  const run: RunExample[] = [];
  for (const [place, example] of ruleset.examples.entries()) {
    const alone = { ...ruleset, examples: [example] };
    const problems = await checkExamples(alone, evaluate, () => document.where(["examples", place]));
    const because = example.because.replace(/\.$/, "");
    run.push({
      name: example.name,
      expected: `${expectedWords(ruleset, example)}, because ${because}`,
      problems,
    });
  }
  return run;
}
