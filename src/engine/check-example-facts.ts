import type { AmountScope, Report } from "./check-amount.ts";
import { checkLiteral } from "./check-condition.ts";
import type { DocumentPath } from "./document.ts";
import type { FactValue } from "./fact.ts";
import { givenProblem } from "./given-range.ts";
import { didYouMean } from "./nearest-name.ts";
import { parameterProblem } from "./parameter-value.ts";
import type { Example, Ruleset } from "./ruleset.ts";
import { groundsOf } from "./scope.ts";

/** The months of facts that an example gives: one, or as many as stand under `months`. */
export function monthsOf(example: Example): readonly Record<string, FactValue>[] {
  const { given } = example;
  return Array.isArray(given.months) ? given.months : [given as Record<string, FactValue>];
}

/** Checks that examples give and expect facts that exist, with values they can have. */
export function checkExampleFacts(ruleset: Ruleset, scope: AmountScope, report: Report): void {
  for (const [e, example] of ruleset.examples.entries()) {
    const base: DocumentPath = ["examples", e, "given"];
    const terms = new Map<string, FactValue>();
    for (const [m, month] of monthsOf(example).entries()) {
      const path = Array.isArray(example.given.months) ? [...base, "months", m] : base;
      for (const [name, value] of Object.entries(month)) {
        checkGiven(ruleset, name, value, [...path, name], scope, report);
        if (!Object.hasOwn(ruleset.parameters, name)) continue;
        const before = terms.get(name) ?? value;
        if (value !== before) report([...path, name], changing(value, before));
        terms.set(name, before);
      }
    }
    for (const [name, value] of Object.entries(example.expect)) {
      const path = ["examples", e, "expect", name];
      if (name === "end") {
        const grounds = groundsOf(ruleset);
        if (value !== null && !grounds.includes(String(value))) {
          report(path, {
            adjective: "unknown",
            noun: "ground",
            found: String(value),
            expected:
              grounds.length === 0
                ? "null, or no end: nothing in the ruleset ends the contract"
                : `one of ${grounds.join(", ")}, or null`,
          });
        }
        continue;
      }
      const fact = scope.facts.get(name);
      if (fact === undefined || (fact.from !== "set" && fact.from !== "output" && fact.from !== "tracked")) {
        const known = [...scope.facts.values()]
          .filter((f) => f.from === "set" || f.from === "output")
          .map((f) => f.name);
        const hint = known.includes(`${name}Pence`)
          ? `did you mean "${name}Pence", in pence?`
          : didYouMean(name, known);
        report(path, {
          adjective: "unknown",
          noun: "output",
          found: name,
          expected: "end, or a fact that the file sets, tracks or pays",
          ...(hint && { hint }),
        });
      } else if (value !== null) checkLiteral(fact, value, path, report);
      else if (fact.type !== "number")
        report(path, {
          adjective: "invalid",
          noun: "value",
          found: "null",
          expected: fact.type === "boolean" ? "true or false" : "a word",
          hint: "null is 0, or no end",
        });
    }
  }
}

function changing(value: FactValue, before: FactValue): Parameters<Report>[1] {
  return {
    adjective: "ambiguous",
    noun: "value",
    found: `${value} after ${before}`,
    expected: "one value of a parameter in all months",
  };
}

function checkGiven(
  ruleset: Ruleset,
  name: string,
  value: FactValue,
  path: DocumentPath,
  scope: AmountScope,
  report: Report,
): void {
  const parameter = Object.hasOwn(ruleset.parameters, name) ? ruleset.parameters[name] : undefined;
  if (parameter !== undefined) {
    const problem = parameterProblem(parameter, value);
    if (problem !== undefined) report(path, problem);
    return;
  }
  const fact = scope.facts.get(name);
  if (name === "months") {
    const expected = "a list of months, each with its facts by name";
    report(path, { adjective: "invalid", noun: "value", found: JSON.stringify(value), expected });
  } else if (fact === undefined) {
    const hint = didYouMean(name, scope.facts.keys());
    report(path, { adjective: "unknown", noun: "fact", found: name, ...(hint && { hint }) });
  } else {
    checkLiteral(fact, value, path, report);
    const problem = givenProblem(fact, value);
    if (problem !== undefined) report(path, problem);
  }
}
