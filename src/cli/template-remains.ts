import { readFileSync } from "node:fs";
import { parseDocument } from "../engine/document.ts";
import type { ScenarioNote } from "../sim/scenario-note.ts";
import type { Scenario } from "../sim/scenario-schema.ts";

const template = new URL("templates/scenario.yaml", import.meta.url);

/** What `riskshare new scenario` wrote for its reader to replace and that still stands. */
export function templateRemains({ title, summary, limits }: Scenario): ScenarioNote[] {
  const { value } = parseDocument("scenario.yaml", readFileSync(template, "utf8"), "yaml");
  const written = value as { title: string; summary: string; limits: string[] };
  const stands = "the template's own words still stand";
  return [
    ...(title === written.title ? [{ path: ["title"], says: stands }] : []),
    ...(summary !== "" && summary.trim() === written.summary.trim()
      ? [{ path: ["summary"], says: stands }]
      : []),
    ...limits.flatMap((limit, place) =>
      written.limits.includes(limit) ? [{ path: ["limits", place], says: stands }] : [],
    ),
  ];
}
