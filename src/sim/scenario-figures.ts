import type { DocumentPath } from "../engine/document.ts";
import type { Figure } from "./figure.ts";
import type { Distribution } from "./random/distribution.ts";
import type { Scenario } from "./scenario-schema.ts";

/** A figure of a scenario where it stands, with what it is and where it comes from. */
export type PlacedFigure = {
  /** Dotted, with the ids of stages, levers and contracts in place of their numbers. */
  readonly path: string;
  /** Where it stands in the file. */
  readonly place: DocumentPath;
  /** The distribution, or a plain number or list. */
  readonly value: Distribution | number | readonly number[];
  /** What the bidder believed, where that is not the mean. */
  readonly believed?: number;
  readonly mark: Figure["mark"];
  readonly note: string;
  readonly url?: string;
};

type Sourced = { value: unknown; source?: string; derived?: string; judgement?: string; url?: string };

/** Lists every figure of a scenario by its dotted path, in the order of the file; what was left out is not listed. */
export function scenarioFigures(scenario: Scenario): PlacedFigure[] {
  const { policies: _, rulesets: __, variants: ___, ...world } = scenario;
  return figuresBelow(world, "", []);
}

function figuresBelow(value: unknown, path: string, place: DocumentPath): PlacedFigure[] {
  // The requirement's own number of people, also where it stands without a mark.
  if (path === "volume.indicative" && (typeof value === "number" || Array.isArray(value)))
    return [{ path, place, value: value as number | number[], mark: "unsourced", note: "" }];
  if (typeof value !== "object" || value === null) return [];
  if (isFigure(value)) return value.note === "left out" ? [] : [placed(value, path, place)];
  if (isSourced(value)) return [sourced(value, path, place)];
  return Object.entries(value).flatMap(([key, item]) => {
    const id = Array.isArray(value) ? (item as { id?: unknown } | null)?.id : undefined;
    const name = typeof id === "string" ? id : key;
    const step = Array.isArray(value) ? Number(key) : key;
    return figuresBelow(item, path === "" ? name : `${path}.${name}`, [...place, step]);
  });
}

function placed(figure: Figure, path: string, place: DocumentPath): PlacedFigure {
  const { distribution, mark, note, url } = figure;
  return {
    path,
    place,
    value: distribution,
    ...beliefOf(figure),
    mark,
    note,
    ...(url !== undefined && { url }),
  };
}

/** What was believed, where that is another number than the mean. */
export function beliefOf({ mean, believed }: Figure): { believed?: number } {
  return Math.abs(believed - mean) <= 1e-9 * Math.max(1, Math.abs(mean)) ? {} : { believed };
}

/** A figure whose source stands around it: the indicative volume, the fixed share of cost. */
function sourced(spec: Sourced, path: string, place: DocumentPath): PlacedFigure {
  const inner = isFigure(spec.value) ? spec.value.distribution : (spec.value as number | readonly number[]);
  const mark =
    (["judgement", "derived", "source"] as const).find((m) => spec[m] !== undefined) ?? "unsourced";
  const note = mark === "unsourced" ? "" : spec[mark]!;
  return { path, place, value: inner, mark, note, ...(spec.url !== undefined && { url: spec.url }) };
}

function isFigure(value: unknown): value is Figure {
  return typeof value === "object" && value !== null && "distribution" in value && "mark" in value;
}

function isSourced(value: object): value is Sourced {
  const keys = Object.keys(value);
  const inner = (value as { value?: unknown }).value;
  return (
    (typeof inner === "number" || Array.isArray(inner) || isFigure(inner)) &&
    keys.every((key) => ["value", "central", "source", "derived", "judgement", "url"].includes(key))
  );
}
