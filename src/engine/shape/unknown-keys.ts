import { didYouMean } from "../nearest-name.ts";
import type { Problem } from "../problem.ts";
import { valueAt } from "../reading/value-at.ts";
import type { SchemaFrame } from "./schema-frame.ts";

const MOST_LISTED = 8;

/**
 * Words the problems of keys that an object may not have; few known keys are listed, a near one is suggested.
 *
 * @example
 * unknownKeys(["titel"], ["title", "id"], frame)
 * // [{ where: "a.yaml:1:1", adjective: "unknown", noun: "key", found: "titel", expected: "one of title, id", … }]
 */
export function unknownKeys(
  keys: readonly string[],
  known: readonly string[],
  { document, base }: Pick<SchemaFrame, "document" | "base">,
): Problem[] {
  const listed = known.length > 0 && known.length <= MOST_LISTED;
  return keys.map((key) => {
    const hint = didYouMean(key, known) ?? commaHint(key, valueAt(document.value, [...base, key]));
    return {
      where: document.where([...base, key], "key"),
      adjective: "unknown",
      noun: "key",
      found: key,
      ...(listed ? { expected: known.length === 1 ? known[0]! : `one of ${known.join(", ")}` } : {}),
      ...(hint === undefined ? {} : { hint }),
    };
  });
}

// What stands behind a comma within { } is a key of its own: "{ sentence: People, who start. }".
function commaHint(key: string, value: unknown): string | undefined {
  const isText = value === null && /[\s.]/.test(key);
  return isText ? "within { } a comma ends a value: put a text that has one in quotes" : undefined;
}
