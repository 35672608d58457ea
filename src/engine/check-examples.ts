import { monthsOf } from "./check-example-facts.ts";
import { bindContract } from "./contract.ts";
import type { Evaluate } from "./evaluate.ts";
import { openCompileRoad } from "./example-compile.ts";
import { type ExampleRoad, openEvaluateRoad } from "./example-evaluate.ts";
import type { Fact, FactValue } from "./fact.ts";
import type { Problem } from "./problem.ts";
import type { Example, Ruleset } from "./ruleset.ts";

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
    const bound = bindContract(
      { id: "example", rulesets: [ruleset], parameters: parametersOf(ruleset, example) },
      worldFacts(ruleset),
      ruleset.validFrom,
      where(place),
    );
    if (bound.contract === undefined) {
      problems.push(...bound.problems);
      continue;
    }
    const roads: [string, ExampleRoad][] = [
      ["json-rules-engine", openEvaluateRoad(bound.contract, ruleset, evaluate)],
      ["the compiled kernel", openCompileRoad(bound.contract, ruleset)],
    ];
    for (const [road, run] of roads) {
      const given = monthsOf(example).map((month) => withoutParameters(ruleset, month));
      const found = await run(given);
      for (const [name, expected] of Object.entries(example.expect)) {
        const value = found[name] ?? null;
        const wanted = expected === null && name !== "end" ? 0 : expected;
        if (Object.is(value, wanted)) continue;
        problems.push({
          where: where(place),
          adjective: "invalid",
          noun: `example "${example.name}"`,
          found: `${name} is ${String(value)} on ${road}`,
          expected: `${String(wanted)}, because ${example.because}`,
        });
      }
    }
  }
  return problems;
}

function parametersOf(ruleset: Ruleset, example: Example): Record<string, FactValue> {
  const given = monthsOf(example).flatMap((month) => Object.entries(month));
  return Object.fromEntries(given.filter(([name]) => Object.hasOwn(ruleset.parameters, name)));
}

function withoutParameters(
  ruleset: Ruleset,
  month: Readonly<Record<string, FactValue>>,
): Record<string, FactValue> {
  return Object.fromEntries(
    Object.entries(month).filter(([name]) => !Object.hasOwn(ruleset.parameters, name)),
  );
}

/** The facts that a scenario would give, so that a ruleset can be bound alone. */
function worldFacts(ruleset: Ruleset): Map<string, Fact> {
  return new Map(
    Object.entries(ruleset.facts)
      .filter(([, fact]) => fact.from === "scenario")
      .map(([name, fact]) => [name, { name, ...fact } as Fact]),
  );
}
