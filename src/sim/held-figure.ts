import type { CheckedScenario } from "./check-scenario.ts";
import type { Figure } from "./figure.ts";
import { quantileFunction } from "./random/distribution.ts";
import type { Scenario } from "./scenario-schema.ts";

/** The two ends at which a figure is held to see how far the answer moves. */
export type End = "low" | "high";

/**
 * A figure held at one end: a drawn one at its 10 % or 90 % quantile, a single number at half or one and a half times
 * itself (a share at most 1). What was believed stays, as prices follow belief.
 */
export function heldAt(figure: Figure, end: End): Figure {
  const { distribution, mean } = figure;
  const value =
    distribution.kind === "fixed"
      ? mean > 0 && mean <= 1
        ? Math.min(1, mean * (end === "low" ? 0.5 : 1.5))
        : mean * (end === "low" ? 0.5 : 1.5)
      : quantileFunction(distribution)(end === "low" ? 0.1 : 0.9);
  return { ...figure, distribution: { kind: "fixed", value }, mean: value };
}

/** A scenario with the figure at a dotted path held at one end; undefined where no figure stands there. */
export function holdFigure(checked: CheckedScenario, path: string, end: End): CheckedScenario | undefined {
  const scenario = hold(checked.scenario, path, end);
  if (scenario === undefined) return undefined;
  const contracts = checked.contracts.map((callOff) => ({
    ...callOff,
    checked: holdFigure(callOff.checked, path, end) ?? callOff.checked,
  }));
  return { ...checked, scenario: scenario as Scenario, contracts };
}

function hold(value: unknown, path: string, end: End): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (path === "") {
    if ("distribution" in value && "mark" in value) return heldAt(value as Figure, end);
    // A figure whose source stands around it.
    const inner = "value" in value ? hold(value.value, "", end) : undefined;
    return inner === undefined ? undefined : { ...value, value: inner };
  }
  const dot = path.indexOf(".");
  const name = dot < 0 ? path : path.slice(0, dot);
  const rest = dot < 0 ? "" : path.slice(dot + 1);
  if (Array.isArray(value)) {
    const place = value.findIndex((item, i) => String(i) === name || (item as { id?: unknown })?.id === name);
    const changed = place < 0 ? undefined : hold(value[place], rest, end);
    return changed === undefined ? undefined : value.map((item, i) => (i === place ? changed : item));
  }
  if (!Object.hasOwn(value, name)) return undefined;
  const changed = hold((value as Record<string, unknown>)[name], rest, end);
  return changed === undefined ? undefined : { ...value, [name]: changed };
}
