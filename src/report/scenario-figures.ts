import type { Figure } from "../sim/figure.ts";
import type { Distribution } from "../sim/random/distribution.ts";
import type { Scenario } from "../sim/scenario-schema.ts";

/** A figure of a scenario where it stands, with what it is and where it comes from. */
export type PlacedFigure = {
  readonly path: string;
  /** The distribution, or a plain number or list. */
  readonly value: Distribution | number | readonly number[];
  readonly mark: Figure["mark"];
  readonly note: string;
  readonly url?: string;
};

type Sourced = { value: unknown; source?: string; derived?: string; judgement?: string; url?: string };

/** Lists every figure of a scenario by its dotted path, in the order of the file; what was left out is not listed. */
export function scenarioFigures(scenario: Scenario): PlacedFigure[] {
  const { policies: _, rulesets: __, variants: ___, ...world } = scenario;
  return figuresBelow(world, "");
}

function figuresBelow(value: unknown, path: string): PlacedFigure[] {
  if (typeof value !== "object" || value === null) return [];
  if (isFigure(value)) return value.note === "left out" ? [] : [placed(value, path)];
  if (isSourced(value)) return [sourced(value, path)];
  return Object.entries(value).flatMap(([key, item]) => {
    const id = Array.isArray(value) ? (item as { id?: unknown } | null)?.id : undefined;
    const name = typeof id === "string" ? id : key;
    return figuresBelow(item, path === "" ? name : `${path}.${name}`);
  });
}

function placed({ distribution, mark, note, url }: Figure, path: string): PlacedFigure {
  return { path, value: distribution, mark, note, ...(url !== undefined && { url }) };
}

/** A figure whose source stands around it: the indicative volume, the fixed share of cost. */
function sourced(spec: Sourced, path: string): PlacedFigure {
  const inner = isFigure(spec.value) ? spec.value.distribution : (spec.value as number | readonly number[]);
  const mark = spec.judgement !== undefined ? "judgement" : spec.derived !== undefined ? "derived" : "source";
  const note = spec.judgement ?? spec.derived ?? spec.source ?? "";
  return { path, value: inner, mark, note, ...(spec.url !== undefined && { url: spec.url }) };
}

function isFigure(value: unknown): value is Figure {
  return typeof value === "object" && value !== null && "distribution" in value && "mark" in value;
}

function isSourced(value: object): value is Sourced {
  return "value" in value && ["source", "derived", "judgement"].some((mark) => mark in value);
}
