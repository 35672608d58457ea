import type { Report } from "../check-amount.ts";
import { checkCondition } from "../check-condition.ts";
import { type CheckedRuleset, checkRuleset } from "../check-ruleset.ts";
import type { DocumentPath, ParsedDocument } from "../document.ts";
import { type Problem, problemText } from "../problem.ts";
import type { Ruleset } from "../ruleset.ts";
import { schemaProblems } from "../schema-problems.ts";
import { scopeOf } from "../scope.ts";
import { decisionTableSchema } from "./decision-table-schema.ts";
import { tablePlaces } from "./table-places.ts";
import { tableRuleset } from "./table-ruleset.ts";

/** A table as the ruleset that it is, and a document that finds the ruleset's parts in the table's cells. */
export type CheckedTable = CheckedRuleset & { readonly document: ParsedDocument };

/** Is the value meant as a decision table? It has two of the keys that make one, and none of a ruleset or scenario. */
export function isDecisionTable(value: unknown): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const own = (key: string) => Object.hasOwn(value, key);
  const keys = ["hitPolicy", "inputs", "outputs", "rules"].filter(own);
  // Rules with conditions under no stage are a ruleset that lacks its stages.
  const { rules } = value as { rules?: unknown };
  const isStage = Array.isArray(rules) && rules.some((rule) => Object.hasOwn(Object(rule), "conditions"));
  const hasColumns = own("inputs") || own("outputs");
  return keys.length >= 2 && (hasColumns || !isStage) && !own("stages") && !own("policies");
}

/**
 * Checks a decision table and makes the ruleset that both roads run; all problems at once, in the table's own cells.
 *
 * `base` is where the table stands when it is written inside a scenario.
 */
export function checkDecisionTable(
  document: ParsedDocument,
  value: unknown,
  base: DocumentPath = [],
): CheckedTable {
  const parsed = decisionTableSchema.safeParse(value);
  if (!parsed.success)
    return { problems: schemaProblems(decisionTableSchema, parsed.error, document, base), document };
  const table = parsed.data;
  const problems: Problem[] = [];
  const report: Report = (path, problem) =>
    problems.push({ where: document.where([...base, ...path]), ...problem });
  const made = tableRuleset(table, report);
  // The schema that the file names is a table's, and no ruleset's.
  const { $schema: _, hitPolicy: __, inputs: ___, outputs: ____, rules: _____, ...envelope } = table;
  for (const [name, cell] of made.parameterCells) {
    if (!Object.hasOwn(table.parameters, name)) continue;
    report(cell, {
      adjective: "duplicate",
      noun: "name",
      found: name,
      expected: "a name that parameters does not use: this cell becomes a parameter",
    });
  }
  const facts = scopeOf({ ...table, stages: [] } as Ruleset);
  for (const { condition, at } of made.idle)
    checkCondition(condition, [], { facts, parameters: table.parameters }, (_, problem) =>
      report(at, problem),
    );
  const places = tablePlaces(made);
  const within = (path: DocumentPath) => base.every((step, i) => path[i] === step);
  const inTable: ParsedDocument = {
    ...document,
    where: (path, part) =>
      within(path)
        ? document.where([...base, ...places(path.slice(base.length))], part)
        : document.where(path, part),
  };
  const ruleset = {
    ...envelope,
    parameters: { ...envelope.parameters, ...made.parameters },
    stages: [{ hitPolicy: made.hitPolicy, rules: made.rules, otherwise: made.otherwise }],
  };
  const rooted: ParsedDocument = {
    value: ruleset,
    problems: [],
    where: (path, part) => inTable.where([...base, ...path], part),
  };
  if (made.rules.length > mostRules) report(["rules"], tooMany(made.rules.length));
  else if (made.rules.length > 0) problems.push(...checkRuleset(rooted, ruleset).problems);
  if (problems.length > 0) return { problems: distinct(problems), document: inTable };
  return { ...checkRuleset(rooted, ruleset), document: inTable };
}

// A stage has no more rules, and a table is one stage.
const mostRules = 200;

function tooMany(count: number): Omit<Problem, "where"> {
  return {
    adjective: "invalid",
    noun: "table",
    found: `${count} output cells that give something`,
    expected: `at most ${mostRules}; a clause may be several rulesets`,
  };
}

/** A fault of a column is found in each of its rows, and said once. */
function distinct(problems: readonly Problem[]): Problem[] {
  const byText = new Map(problems.map((problem) => [problemText(problem), problem]));
  return [...byText.values()];
}
