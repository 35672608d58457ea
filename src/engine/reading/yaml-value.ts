import { isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from "yaml";
import { DEEPEST_NESTING, TOO_DEEP } from "./document-limits.ts";
import type { DocumentPath } from "./document-path.ts";
import { objectBuilder } from "./object-builder.ts";
import type { Place } from "./place.ts";
import type { Report } from "./reading.ts";

type Placed = { readonly value: unknown; readonly place: Place };

// `offset` is where the node would be if it is not there: the value of "a:" stands at its key.
type Visit = { readonly path: DocumentPath; readonly offset: number; readonly report: Report };

// A plain key is the text that was written: 2017 and true are names like others.
function keyText(key: unknown, { path, offset, report }: Visit): string | undefined {
  if (!isScalar(key)) {
    report({
      offset,
      path,
      adjective: "unsupported",
      noun: "key",
      found: "a list or an object",
      expected: "text",
    });
    return undefined;
  }
  const name = key.type === "PLAIN" ? (key.source ?? "") : String(key.value);
  if (key.type !== "PLAIN" || name !== "") return name;
  report({ offset, path, adjective: "missing", noun: "key", expected: 'a name before ":"' });
  return undefined;
}

function mapValue(map: YAMLMap, visit: Visit): Placed {
  const object = objectBuilder(visit.path, visit.report);
  for (const pair of map.items as Pair<unknown, unknown>[]) {
    const offset = startOf(pair.key) ?? startOf(pair.value) ?? visit.offset;
    const key = keyText(pair.key, { ...visit, offset });
    if (key === undefined) continue;
    const { value, place } = yamlValue(pair.value, { ...visit, path: [...visit.path, key], offset });
    object.add(key, offset, value, place);
  }
  return { value: object.value, place: { start: visit.offset, entries: object.entries } };
}

function listValue(list: YAMLSeq, visit: Visit): Placed {
  const placed = list.items.map((item, index) => yamlValue(item, { ...visit, path: [...visit.path, index] }));
  return {
    value: placed.map((p) => p.value),
    place: { start: visit.offset, items: placed.map((p) => p.place) },
  };
}

function scalarValue(scalar: Scalar, { path, offset, report }: Visit): Placed {
  const { value } = scalar;
  if (typeof value === "number" && !Number.isFinite(value)) {
    const found = scalar.source ?? String(value);
    report({ offset, path, adjective: "invalid", noun: "number", found, expected: "a finite number" });
  }
  return { value, place: { start: offset } };
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined;
}

/**
 * Turns a node of composed YAML into a plain value with its place.
 *
 * @example
 * yamlValue(document.contents, { path: [], offset: 0, report }).value
 */
export function yamlValue(node: unknown, around: Visit): Placed {
  const visit: Visit = { ...around, offset: startOf(node) ?? around.offset };
  if (isScalar(node)) return scalarValue(node, visit);
  if (!isMap(node) && !isSeq(node)) return { value: null, place: { start: visit.offset } };
  if (visit.path.length >= DEEPEST_NESTING) {
    visit.report({ ...TOO_DEEP, offset: visit.offset, path: [] });
    return { value: undefined, place: { start: visit.offset } };
  }
  return isMap(node) ? mapValue(node, visit) : listValue(node, visit);
}
