import { type AmountScope, checkAmount, type Report } from "./check-amount.ts";
import { checkCondition, checkLiteral } from "./check-condition.ts";
import { checkEffects } from "./check-effects.ts";
import { checkExampleFacts } from "./check-example-facts.ts";
import { isOpenEnum } from "./contract-facts.ts";
import { dictionaryOf } from "./dictionary.ts";
import type { DocumentPath, ParsedDocument } from "./document.ts";
import { type Fact, isPence } from "./fact.ts";
import { isAwardKind } from "./kind.ts";
import { parameterProblem } from "./parameter-value.ts";
import type { Problem } from "./problem.ts";
import { type Ruleset, rulesetSchema } from "./ruleset.ts";
import { schemaProblems } from "./schema-problems.ts";
import { parameterFact, scopeOf } from "./scope.ts";
import { orderTracked } from "./tracked-order.ts";

export type CheckedRuleset =
  | { readonly ruleset: Ruleset; readonly problems: readonly [] }
  | { readonly ruleset?: undefined; readonly problems: readonly Problem[] };

/**
 * Checks a parsed ruleset document: its shape, names, types, units and effects; all problems at once.
 *
 * `base` is where the ruleset stands when it is written inside a scenario.
 */
export function checkRuleset(
  document: ParsedDocument,
  value: unknown,
  base: DocumentPath = [],
): CheckedRuleset {
  const parsed = rulesetSchema.safeParse(value);
  if (!parsed.success) return { problems: schemaProblems(rulesetSchema, parsed.error, document, base) };
  const ruleset = parsed.data;
  const problems: Problem[] = [];
  const report: Report = (path, problem) =>
    problems.push({ where: document.where([...base, ...path]), ...problem });
  checkNames(ruleset, report);
  checkParameters(ruleset, report);
  checkFacts(ruleset, report);
  const scope: AmountScope = { facts: scopeOf(ruleset), parameters: ruleset.parameters };
  checkTracked(ruleset, scope, report);
  for (const [s, stage] of ruleset.stages.entries()) {
    for (const [r, rule] of stage.rules.entries()) {
      checkCondition(rule.conditions, ["stages", s, "rules", r, "conditions"], scope, report);
    }
  }
  checkEffects(ruleset, scope, report);
  checkExampleFacts(ruleset, scope, report);
  if (ruleset.validTo !== undefined && ruleset.validTo < ruleset.validFrom) {
    report(["validTo"], {
      adjective: "invalid",
      noun: "date",
      found: ruleset.validTo,
      expected: `a day after ${ruleset.validFrom}`,
    });
  }
  return problems.length === 0 ? { ruleset, problems: [] } : { problems };
}

function checkNames(ruleset: Ruleset, report: Report): void {
  const seen = new Map<string, string>();
  for (const section of ["parameters", "facts", "tracked"] as const) {
    for (const name of Object.keys(ruleset[section])) {
      const before = seen.get(name) ?? (dictionaryOf(ruleset.kind).has(name) ? "the dictionary" : undefined);
      if (before !== undefined) {
        report([section, name], {
          adjective: "duplicate",
          noun: "name",
          found: name,
          expected: `a name that ${before} does not use`,
        });
      }
      seen.set(name, section);
    }
  }
  const rules = new Set<string>();
  for (const [s, stage] of ruleset.stages.entries()) {
    for (const [r, rule] of stage.rules.entries()) {
      if (rules.has(rule.name))
        report(["stages", s, "rules", r, "name"], {
          adjective: "duplicate",
          noun: "rule name",
          found: rule.name,
        });
      rules.add(rule.name);
    }
  }
}

type Range = { readonly min?: number | undefined; readonly max?: number | undefined };

function checkParameters(ruleset: Ruleset, report: Report): void {
  for (const [name, parameter] of Object.entries(ruleset.parameters)) {
    const path = ["parameters", name];
    const fact = parameterFact(name, parameter);
    checkDeclaration(fact, path, report);
    checkRange(parameter, path, report);
    if (isPence(name)) {
      report(path, {
        adjective: "invalid",
        noun: "name",
        found: name,
        expected: "a name without Pence",
        hint: "parameters are in pounds",
      });
    }
    if (parameter.unit === "pence") {
      report([...path, "unit"], { adjective: "invalid", noun: "unit", found: "pence", expected: "pounds" });
    }
    if (parameter.scaled && parameter.unit !== "pounds") {
      report([...path, "scaled"], {
        adjective: "invalid",
        noun: "unit",
        found: parameter.unit,
        expected: "pounds, as a unit price is",
      });
    }
    // In a range without any number no default is right: the range is what to mend.
    const problem = isEmptyRange(parameter) ? undefined : parameterProblem(parameter, parameter.default);
    if (problem !== undefined) report([...path, "default"], problem);
  }
}

function checkFacts(ruleset: Ruleset, report: Report): void {
  for (const [name, fact] of Object.entries(ruleset.facts)) {
    const path = ["facts", name];
    checkRange(fact, path, report);
    const declared = scopeOf({ ...ruleset, tracked: {}, parameters: {}, stages: [] }).get(name);
    if (declared !== undefined) checkDeclaration(declared, path, report);
    if (isPence(name) !== (fact.unit === "pence")) {
      report([...path, "unit"], {
        adjective: "invalid",
        noun: "unit",
        found: `${fact.unit} for ${name}`,
        expected: "the unit pence where a name ends in Pence, and nowhere else",
      });
    }
  }
}

function checkRange(declared: Range, path: DocumentPath, report: Report): void {
  if (!isEmptyRange(declared)) return;
  report([...path, "max"], {
    adjective: "invalid",
    noun: "range",
    found: `min ${declared.min} over max ${declared.max}`,
    expected: "min at most max",
  });
}

function isEmptyRange({ min, max }: Range): boolean {
  return min !== undefined && max !== undefined && max < min;
}

function checkDeclaration(fact: Fact, path: DocumentPath, report: Report): void {
  if (fact.type === "enum" && isOpenEnum(fact)) {
    report(path, { adjective: "missing", noun: "key", found: "values", expected: "the words of an enum" });
  }
  if (fact.type !== "enum" && fact.values !== undefined) {
    report([...path, "values"], {
      adjective: "unsupported",
      noun: "key",
      found: "values",
      expected: "type enum beside it",
    });
  }
  if (fact.from !== "parameter" && !isEmptyRange(fact))
    checkLiteral(fact, fact.default, [...path, "default"], report);
}

function checkTracked(ruleset: Ruleset, scope: AmountScope, report: Report): void {
  for (const [name, spec] of Object.entries(ruleset.tracked)) {
    const path = ["tracked", name];
    if (isAwardKind(ruleset.kind) && !("value" in spec)) {
      report(path, {
        adjective: "unsupported",
        noun: "tracked fact",
        found: Object.keys(spec)[0]!,
        expected: "value: an offer is judged once, and nothing is remembered",
      });
    }
    if ("value" in spec || "sum" in spec) {
      const key = "value" in spec ? "value" : "sum";
      const measure = checkAmount("value" in spec ? spec.value : spec.sum, [...path, key], scope, report);
      if ((measure === "money") !== isPence(name) && (measure === "money" || measure === "plain")) {
        report(path, {
          adjective: "invalid",
          noun: "name",
          found: name,
          expected:
            measure === "money"
              ? "a name that ends in Pence, as it is money"
              : "a name without Pence, as it is not money",
        });
      }
      continue;
    }
    const [key, condition] = Object.entries(spec).find(([k]) => k !== "over")!;
    checkCondition(condition as never, [...path, key], scope, report);
    if (isPence(name))
      report(path, {
        adjective: "invalid",
        noun: "name",
        found: name,
        expected: "a name without Pence, as it is not money",
      });
  }
  const { cycle } = orderTracked(ruleset.tracked);
  if (cycle !== undefined) {
    report(["tracked", cycle[0]!], {
      adjective: "invalid",
      noun: "cycle of tracked facts",
      found: [...cycle, cycle[0]].join(" → "),
      expected: "tracked facts that can be worked out one after the other",
    });
  }
}
