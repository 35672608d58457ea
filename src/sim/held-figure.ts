import type { CheckedScenario } from "./check-scenario.ts";
import type { Figure } from "./figure.ts";
import { movedDistribution } from "./moved-distribution.ts";
import { type Distribution, meanOf, quantileFunction } from "./random/distribution.ts";
import type { Scenario } from "./scenario-schema.ts";

/** The two ends at which a figure is held to see how far the answer moves. */
export type End = "low" | "high";

/** What a figure's ends are: quantiles of its distribution, or half and one and a half of a number or a chance. */
export type EndsOfFigure = "quantiles" | "halves";

/**
 * A figure held at one end: a drawn one at its 10 % or 90 % quantile; a single number, or the chance of a drawn one that
 * is nearly always the same, at half or one and a half times itself. At `times` 2 the end lies twice as far from the
 * centre (the median, or the number itself). Within the figure's range; what was believed stays, as prices follow it.
 */
export function heldAt(figure: Figure, end: End, times: 1 | 2 = 1): Figure {
  const { distribution, least, most } = figure;
  const within = (x: number) => Math.min(Math.max(x, least ?? x), most ?? x);
  const at = (held: Distribution): Figure => ({ ...figure, distribution: held, mean: meanOf(held) });
  const quantile = quantileFunction(distribution);
  const centre = quantile(0.5);
  if (endsOfFigure(figure) === "quantiles") {
    const own = quantile(end === "low" ? 0.1 : 0.9);
    return at({ kind: "fixed", value: within(times === 1 ? own : centre + times * (own - centre)) });
  }
  const factor = 1 + (end === "low" ? -0.5 : 0.5) * times;
  const moved = movedDistribution(distribution, centre, factor);
  if (moved !== undefined) return at(moved);
  // Below zero half of a number lies above it.
  const value = centre * (centre < 0 ? 2 - factor : factor);
  return at({ kind: "fixed", value: within(value) });
}

/** What a figure's ends are; of a chance and of what is nearly always the same the quantiles would not differ. */
export function endsOfFigure({ distribution }: Figure): EndsOfFigure {
  if (distribution.kind === "fixed" || distribution.kind === "bernoulli") return "halves";
  const quantile = quantileFunction(distribution);
  return quantile(0.1) < quantile(0.9) ? "quantiles" : "halves";
}

/** A scenario with the figure at a dotted path held at one end; undefined where no figure stands there. */
export function holdFigure(
  checked: CheckedScenario,
  path: string,
  end: End,
  times: 1 | 2 = 1,
): CheckedScenario | undefined {
  const isCoin = Object.entries(checked.scenario.drawn).some(
    ([name, { type }]) => path === `drawn.${name}.value` && type === "boolean",
  );
  const scenario = changeFigure(checked.scenario, path, (figure) =>
    heldAt(isCoin ? asCoin(figure) : figure, end, times),
  );
  if (scenario === undefined) return undefined;
  const contracts = checked.contracts.map((callOff) => ({
    ...callOff,
    checked: holdFigure(callOff.checked, path, end, times) ?? callOff.checked,
  }));
  return { ...checked, scenario: scenario as Scenario, contracts, believes: checked.believes ?? checked };
}

/** A yes or no that is certain, as a chance of 1 or 0: half a yes would be neither. */
function asCoin(figure: Figure): Figure {
  const { distribution } = figure;
  return distribution.kind === "fixed"
    ? { ...figure, distribution: { kind: "bernoulli", p: distribution.value } }
    : figure;
}

/** The figure at a dotted path of a scenario, with ids for places in lists. */
export function figureAt(scenario: Scenario, path: string): Figure | undefined {
  let found: Figure | undefined;
  changeFigure(scenario, path, (figure) => {
    found = figure;
    return figure;
  });
  return found;
}

/** A copy of a scenario, or a part of one, with the figure at a dotted path changed; undefined where none stands there. */
export function changeFigure(value: unknown, path: string, change: (figure: Figure) => Figure): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (path === "") {
    if ("distribution" in value && "mark" in value) return change(value as Figure);
    // A figure whose source stands around it.
    const inner = "value" in value ? changeFigure(value.value, "", change) : undefined;
    return inner === undefined ? undefined : { ...value, value: inner };
  }
  const dot = path.indexOf(".");
  const name = dot < 0 ? path : path.slice(0, dot);
  const rest = dot < 0 ? "" : path.slice(dot + 1);
  if (Array.isArray(value)) {
    const place = value.findIndex((item, i) => String(i) === name || (item as { id?: unknown })?.id === name);
    const changed = place < 0 ? undefined : changeFigure(value[place], rest, change);
    return changed === undefined ? undefined : value.map((item, i) => (i === place ? changed : item));
  }
  if (!Object.hasOwn(value, name)) return undefined;
  const changed = changeFigure((value as Record<string, unknown>)[name], rest, change);
  return changed === undefined ? undefined : { ...value, [name]: changed };
}
