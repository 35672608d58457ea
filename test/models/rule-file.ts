import { readdirSync, readFileSync } from "node:fs";
import type { Terms } from "./terms.ts";

const rules = new URL("../../rules/", import.meta.url);

/** Every rule file of the shipped library by id, as it stands. */
export const ruleFiles: ReadonlyMap<string, Terms> = new Map(
  readdirSync(rules, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, rules), "utf8")) as Terms)
    .map((ruleset) => [ruleset.id, ruleset]),
);

/** A rule file of the shipped library, to be written into a scenario under `rulesets:`. */
export function ruleFile(id: string): Terms {
  const found = ruleFiles.get(id);
  if (!found) throw new Error(`no rule file ${id}`);
  return found;
}
