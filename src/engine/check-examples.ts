import { bindExample, monthsOfExample } from "./bind-example.ts";
import type { Evaluate } from "./evaluate.ts";
import { openCompileRoad } from "./example-compile.ts";
import { type ExampleRoad, openEvaluateRoad } from "./example-evaluate.ts";
import { penceHint } from "./pence-hint.ts";
import type { Problem } from "./problem.ts";
import type { Ruleset } from "./ruleset.ts";

/**
 * Runs every example of a ruleset on both roads and says which do not hold.
 *
 * A month gives facts by name, tracked ones and parameters included; what it leaves out has its default, or for a
 * tracked fact what follows from the months so far. What is expected is read after the last month.
 */
export async function checkExamples(
  ruleset: Ruleset,
  evaluate: Evaluate,
  where: (place: number) => string,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [place, example] of ruleset.examples.entries()) {
    const bound = bindExample(ruleset, example, where(place));
    if (bound.contract === undefined) {
      problems.push(...bound.problems);
      continue;
    }
    const roads: [string, ExampleRoad][] = [
      ["on json-rules-engine", openEvaluateRoad(bound.contract, ruleset, evaluate)],
      ["in the simulation", openCompileRoad(bound.contract, ruleset)],
    ];
    const answers = [];
    for (const [road, run] of roads)
      answers.push({ road, found: await run(monthsOfExample(ruleset, example)) });
    for (const [name, expected] of Object.entries(example.expect)) {
      const wanted = expected === null && name !== "end" ? 0 : expected;
      const said = answers.map(({ road, found }) => ({ road, value: found[name] ?? null }));
      const isOne = said.every(({ value }) => Object.is(value, said[0]!.value));
      // What both roads say alike is said once.
      for (const { road, value } of isOne ? [{ ...said[0]!, road: "in both ways" }] : said) {
        if (Object.is(value, wanted)) continue;
        const hint = penceHint(name, value, wanted);
        problems.push({
          where: where(place),
          adjective: "invalid",
          noun: `example "${example.name}"`,
          found: `${name} is ${String(value)} ${road}`,
          expected: `${String(wanted)}, because ${example.because}`,
          ...(hint !== undefined && { hint }),
        });
      }
    }
  }
  return problems;
}
