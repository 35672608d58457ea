import { isRefusedName, REFUSED_NAMES } from "./document-limits.ts";
import type { DocumentPath } from "./document-path.ts";
import type { Place, PlacedEntry } from "./place.ts";
import type { Report } from "./reading.ts";

/** An object under construction from the keys of a document. */
export type ObjectBuilder = {
  readonly value: Record<string, unknown>;
  readonly entries: ReadonlyMap<string, PlacedEntry>;
  readonly add: (key: string, keyStart: number, value: unknown, place: Place) => void;
};

const allowed = `a name other than ${[...REFUSED_NAMES].join(", ")}`;

/**
 * Builds an object without a prototype, key by key.
 *
 * Of duplicate keys the first counts and the others are reported, and so are names that may not be used.
 *
 * @example
 * const object = objectBuilder([], report);
 * object.add("title", 2, "A", { start: 9 });
 */
export function objectBuilder(path: DocumentPath, report: Report): ObjectBuilder {
  const value: Record<string, unknown> = Object.create(null);
  const entries = new Map<string, PlacedEntry>();
  const at = (offset: number) => ({ offset, path: [...path] });
  const add: ObjectBuilder["add"] = (key, keyStart, member, place) => {
    if (isRefusedName(key)) {
      report({ ...at(keyStart), adjective: "invalid", noun: "name", found: key, expected: allowed });
    } else if (entries.has(key)) {
      report({ ...at(keyStart), adjective: "duplicate", noun: "key", found: key, expected: "each key once" });
    } else {
      value[key] = member;
      entries.set(key, { keyStart, place });
    }
  };
  return { value, entries, add };
}
