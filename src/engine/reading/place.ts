import type { DocumentPath } from "./document-path.ts";

/** Where a value of a document begins, with the places of what is in it. */
export type Place = {
  readonly start: number;
  readonly entries?: ReadonlyMap<string, PlacedEntry>;
  readonly items?: readonly Place[];
};

/** Where a key of an object begins, and the place of its value. */
export type PlacedEntry = { readonly keyStart: number; readonly place: Place };

function stepInto(place: Place, step: string | number): PlacedEntry | undefined {
  if (place.entries !== undefined) return place.entries.get(String(step));
  const item = place.items?.[Number(step)];
  return item === undefined ? undefined : { keyStart: item.start, place: item };
}

/**
 * Finds the offset at which a value, or its key, begins.
 *
 * What the document does not have is found at the nearest object or list above it.
 *
 * @example
 * offsetOf({ start: 0, entries: new Map([["a", { keyStart: 1, place: { start: 5 } }]]) }, ["a"], "value") // 5
 */
export function offsetOf(root: Place, path: DocumentPath, part: "value" | "key"): number {
  let offset = root.start;
  let place = root;
  for (const step of path) {
    const entry = stepInto(place, step);
    if (entry === undefined) return place.start;
    offset = part === "key" ? entry.keyStart : entry.place.start;
    place = entry.place;
  }
  return offset;
}
