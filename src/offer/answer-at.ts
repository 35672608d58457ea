/** The number that stands at a dotted path of an offer; undefined where nothing does. */
export function answerAt(offer: unknown, path: string): number | undefined {
  let value = offer;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return typeof value === "number" ? value : undefined;
}
