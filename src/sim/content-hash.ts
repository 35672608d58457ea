import type { CheckedScenario } from "./check-scenario.ts";
import { sha256 } from "./sha256.ts";

const hashes = new WeakMap<CheckedScenario, string>();

/** The SHA-256 of a scenario, as run, and of every ruleset that its policies bind. */
export function contentHash(checked: CheckedScenario): string {
  const known = hashes.get(checked);
  if (known !== undefined) return known;
  const { rulesets: _, ...scenario } = checked.scenario;
  const bound = new Map(checked.policies.flatMap((policy) => policy.contract.rulesets.map((r) => [r.id, r])));
  const rulesets = [...bound.keys()].sort().map((id) => bound.get(id)!);
  const hash = sha256(canonicalText({ scenario, rulesets }));
  hashes.set(checked, hash);
  return hash;
}

/** JSON with the keys of every object in order, so that the same content gives the same text. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalText(item ?? null)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalText(item)}`).join(",")}}`;
}
