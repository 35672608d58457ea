import { monthsOf } from "./check-example-facts.ts";
import { bindContract } from "./contract.ts";
import type { Fact, FactValue } from "./fact.ts";
import type { Example, Ruleset } from "./ruleset.ts";

/** Binds a ruleset alone, with the parameters that an example gives. */
export function bindExample(
  ruleset: Ruleset,
  example: Example,
  where: string,
): ReturnType<typeof bindContract> {
  return bindContract(
    { id: "example", rulesets: [ruleset], parameters: parametersOf(ruleset, example) },
    worldFacts(ruleset),
    ruleset.validFrom,
    where,
  );
}

/** The facts that an example gives, month by month; parameters are bound and not given. */
export function monthsOfExample(ruleset: Ruleset, example: Example): Record<string, FactValue>[] {
  return monthsOf(example).map((month) => withoutParameters(ruleset, month));
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
