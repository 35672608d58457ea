import type { Problem } from "../../engine/problem.ts";

/**
 * The path of the field that a problem of an offer belongs to; undefined where it is the whole offer's.
 *
 * A problem of three answers together belongs to the first of them, a key that is missing to its own.
 */
export function fieldOf(
  { where, adjective, noun, found }: Problem,
  paths: readonly string[],
): string | undefined {
  const path = adjective === "missing" && noun === "key" && found !== undefined ? `${where}.${found}` : where;
  return paths.includes(path) ? path : paths.find((one) => path !== "" && one.startsWith(`${path}.`));
}
