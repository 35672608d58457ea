import { bindExample, monthsOfExample } from "./bind-example.ts";
import type { Evaluate } from "./evaluate.ts";
import { openCompileRoad } from "./example-compile.ts";
import { type ExampleRoad, openEvaluateRoad } from "./example-evaluate.ts";
import { penceHint } from "./pence-hint.ts";
import type { Problem } from "./problem.ts";
import { conflictOf, type RuleConflict } from "./rule-conflict.ts";
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
    const answers: { road: string; found: Awaited<ReturnType<ExampleRoad>> }[] = [];
    const stops: { road: string; conflict: RuleConflict }[] = [];
    for (const [road, run] of roads) {
      const answer = await answerOf(run, monthsOfExample(ruleset, example));
      if ("conflict" in answer) stops.push({ road, conflict: answer.conflict });
      else answers.push({ road, found: answer.found });
    }
    // What stops both roads is said once, and a run that stops owes nothing that could be as expected.
    const [stop] = stops;
    if (stop !== undefined) {
      const { rules: _, ...said } = stop.conflict;
      const only = stops.length === 1 ? ` ${stop.road} alone` : "";
      problems.push({ where: where(place), ...said, hint: `example "${example.name}" stops at it${only}` });
      continue;
    }
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

/** What one road found, or the two rules at which it stopped. */
async function answerOf(
  run: ExampleRoad,
  months: Parameters<ExampleRoad>[0],
): Promise<{ found: Awaited<ReturnType<ExampleRoad>> } | { conflict: RuleConflict }> {
  try {
    return { found: await run(months) };
  } catch (error) {
    const conflict = conflictOf(error);
    if (conflict === undefined) throw error;
    return { conflict };
  }
}
