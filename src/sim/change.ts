import type { Scenario } from "./scenario-schema.ts";

/**
 * Gives a copy of a document with the value at a dotted path replaced; undefined where the path leads nowhere.
 *
 * The last name of the path may be new, so that a variant can add what the base leaves out. Parts of a list
 * are named by their id or by their place from 0.
 */
export function applyChange(value: unknown, path: string, to: unknown): unknown {
  const [name, ...rest] = path.split(".");
  if (name === undefined || typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) {
    const place = value.findIndex(
      (item, i) => String(i) === name || (item as { id?: unknown } | null)?.id === name,
    );
    if (place < 0) return undefined;
    const changed = rest.length === 0 ? to : applyChange(value[place], rest.join("."), to);
    return changed === undefined ? undefined : value.map((item, i) => (i === place ? changed : item));
  }
  if (name === "__proto__") return undefined;
  if (rest.length === 0) return { ...value, [name]: to };
  const inner = applyChange((value as Record<string, unknown>)[name], rest.join("."), to);
  return inner === undefined ? undefined : { ...value, [name]: inner };
}

/** The figures that a lever may change. */
export function leverQuantities(scenario: Scenario): string[] {
  const quantities = Object.keys(scenario.volume.factors).map((name) => `volume.factors.${name}`);
  quantities.push("delivery.startRate");
  if (scenario.volume.chanceOfNone !== undefined) quantities.push("volume.chanceOfNone");
  if (scenario.delivery.outcomeRateFactor !== undefined) quantities.push("delivery.outcomeRateFactor");
  for (const stage of scenario.delivery.stages) quantities.push(`delivery.stages.${stage.id}.rate`);
  return quantities;
}
