import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const scenario = parse(read("scenarios/standard-workload.yaml")) as {
  policies: { id: string; rulesets: string[] }[];
};
const bound = new Set(scenario.policies.flatMap((policy) => policy.rulesets));
const rulesets = readdirSync(new URL("rules/", root), { recursive: true, encoding: "utf8" })
  .filter((file) => bound.has(file.replace(/^.*\/|\.json$/g, "")))
  .map((file) => JSON.parse(read(`rules/${file}`)) as { id: string });

/** The standard workload as shipped, with the rule files that it binds written into it. */
export const standardWorkload = { ...scenario, rulesets };
