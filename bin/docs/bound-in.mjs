import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { filesIn, scenariosFolder } from "../../src/cli/library.ts";
import { parseDocument } from "../../src/engine/document.ts";
import { scenarioSchema } from "../../src/sim/scenario-schema.ts";
import { escaped, list } from "./markdown.mjs";

const scenarios = filesIn(scenariosFolder, [".yaml"]).map((path) => {
  const name = basename(path);
  const { value } = parseDocument(name, readFileSync(path, "utf8"), "yaml");
  return { name, ...scenarioSchema.parse(value) };
});

/** The shipped scenarios whose policies bind a ruleset, with the titles of those policies. */
export function boundIn(id) {
  const items = scenarios.flatMap(({ name, title, policies }) => {
    const own = policies.filter(({ rulesets }) => rulesets.includes(id));
    if (own.length === 0) return [];
    const titles = own.map((policy) => `“${escaped(policy.title)}”`).join(", ");
    const all = own.length === policies.length && own.length > 1;
    return [`[${escaped(title)}](../scenarios/${name}): ${all ? "every policy" : titles}.`];
  });
  return items.length === 0 ? "No policy binds it." : list(items);
}
