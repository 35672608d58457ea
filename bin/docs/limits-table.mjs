import { z } from "zod";
import { caseFileJsonSchema } from "../../src/engine/cases/case-file-json-schema.ts";
import { camelName } from "../../src/engine/names.ts";
import {
  DEEPEST_NESTING,
  LARGEST_DOCUMENT,
  REFUSED_NAMES,
} from "../../src/engine/reading/document-limits.ts";
import { rulesetJsonSchema } from "../../src/engine/ruleset-json-schema.ts";
import { decisionTableJsonSchema } from "../../src/engine/table/decision-table-json-schema.ts";
import { scenarioJsonSchema } from "../../src/sim/scenario-json-schema.ts";
import { code, table } from "./markdown.mjs";

const counted = (x) => x.toLocaleString("en-GB");

/** The limits of what riskshare reads, from the code and the schemas. */
export function limitsTable() {
  const ruleset = rulesetJsonSchema();
  const scenario = scenarioJsonSchema();
  const decisionTable = decisionTableJsonSchema();
  const rows = [
    ["a file", `${LARGEST_DOCUMENT / 1024 / 1024} MiB`],
    ["lists and objects inside one another", `${DEEPEST_NESTING} deep`],
    ["names that are refused", [...REFUSED_NAMES].map(code).join(", ")],
    ["letters of a name", z.toJSONSchema(camelName).maxLength],
    ["stages of a ruleset", most(ruleset, "stages")],
    ["rules of a stage", most(ruleset, "stages[].rules")],
    ["effects under `otherwise`", most(ruleset, "stages[].otherwise")],
    ["examples of a ruleset", most(ruleset, "examples")],
    ["sources of a ruleset", most(ruleset, "source")],
    ["words of an enum", most(ruleset, "parameters{}.values")],
    ["parts of `all` or `any`", ruleset.$defs.Condition.anyOf[0].properties.all.maxItems],
    ["rows of a `table` in an amount", amount(ruleset, "table").properties.rows.maxItems],
    ["bands of `tiers`", amount(ruleset, "tiers").properties.bands.maxItems],
    ["parts of `add`, `mul`, `min` or `max`", amount(ruleset, "add").maxItems],
    ["rows of a decision table", most(decisionTable, "rules")],
    ["inputs of a decision table", most(decisionTable, "inputs")],
    ["outputs of a decision table", most(decisionTable, "outputs")],
    ["cases of a case file", caseFileJsonSchema().anyOf[0].maxItems],
    ["simulated futures", at(scenario, "paths").maximum],
    ["months of a contract", at(scenario, "contract.lastMonth").maximum],
    ["policies of a scenario", most(scenario, "policies")],
    ["rulesets of a policy", most(scenario, "policies[].rulesets")],
    ["rulesets written in a scenario", most(scenario, "rulesets")],
    ["levers of a scenario", most(scenario, "levers")],
    ["outcome stages", most(scenario, "delivery.stages")],
    ["variants", most(scenario, "variants")],
    ["contracts of one provider", at(scenario, "contracts.count").maximum],
  ];
  for (const [what, limit] of rows) if (limit === undefined) throw new Error(`no limit of ${what}`);
  const shown = rows.map(([what, limit]) => [what, typeof limit === "number" ? counted(limit) : limit]);
  return table(["of what", "at most"], shown);
}

/** The part of a schema under a path of keys; `[]` are the items of a list, `{}` the values of an object. */
function at(schema, path) {
  return path.split(".").reduce((part, step) => {
    const inner = part.properties[step.replace(/[[{].*$/, "")];
    if (step.endsWith("[]")) return inner.items;
    return step.endsWith("{}") ? inner.additionalProperties : inner;
  }, schema);
}

const most = (schema, path) => at(schema, path).maxItems;

/** The form of an amount that begins with a key. */
function amount({ $defs }, key) {
  return $defs.Amount.anyOf.find((form) => form.properties?.[key] !== undefined).properties[key];
}
