/**
 * Looks up what stands at a path in a value, own properties only; undefined where there is nothing.
 *
 * @example
 * valueAt({ a: [1, 2] }, ["a", 1]) // 2
 */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null || !Object.hasOwn(current, step)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return current;
}
