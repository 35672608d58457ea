import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { parseDocument } from "../engine/document.ts";
import type { KnownScenario } from "../sim/run-spec.ts";
import { scenarioSchema } from "../sim/scenario-schema.ts";

type Kept = KnownScenario & { readonly text: string };

/** What the build kept of a shipped scenario, if its text is still the same. */
export function readKeptScenario(folder: string, name: string, text: string): KnownScenario | undefined {
  try {
    const kept = deserialize(readFileSync(join(folder, name))) as Kept;
    return kept.text === text ? { value: kept.value, scenario: kept.scenario } : undefined;
  } catch {
    // Not built, built halfway, or by another version of Node: the text itself is read.
    return undefined;
  }
}

/** Keeps a scenario that is read without a problem and that its schema accepts. */
export function keepScenario(folder: string, name: string, text: string): void {
  const { value, problems } = parseDocument(name, text, "yaml");
  const parsed = scenarioSchema.safeParse(value);
  if (problems.length > 0 || !parsed.success) return;
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, serialize({ text, value, scenario: parsed.data } satisfies Kept));
}
