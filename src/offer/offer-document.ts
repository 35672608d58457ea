/** An offer as its file has it, before any default is filled in: numbers stand in objects by their names. */
export type OfferDocument = {
  readonly $schema?: string | undefined;
  readonly id: string;
  readonly provider: string;
  readonly title?: string | undefined;
  readonly scenario: string;
  readonly terms?: string | undefined;
  readonly [section: string]: unknown;
};

/** Who makes an offer, where and under which terms it is tested; all but the numbers. */
export type OfferNames = Pick<OfferDocument, "id" | "provider" | "title" | "scenario" | "terms">;

/** The numbers of a document by their dotted paths, in its order. */
export function numbersOf(value: unknown): Map<string, number> {
  const numbers = new Map<string, number>();
  const walk = (part: unknown, path: string): void => {
    if (typeof part === "number") numbers.set(path, part);
    if (typeof part !== "object" || part === null || Array.isArray(part)) return;
    for (const [name, below] of Object.entries(part)) walk(below, path === "" ? name : `${path}.${name}`);
  };
  walk(value, "");
  return numbers;
}

/** Puts numbers under the names of an offer; where two paths cannot both stand, the first does. */
export function offerDocument(names: OfferNames, numbers: ReadonlyMap<string, number>): OfferDocument {
  const document: Record<string, unknown> = {};
  for (const name of ["id", "provider", "title", "scenario", "terms"] as const)
    if (names[name] !== undefined) document[name] = names[name];
  for (const [path, value] of numbers) setAt(document, path.split("."), value);
  return document as OfferDocument;
}

/** Sets a value at a path whose last name is free; says whether it could. */
export function setAt(document: Record<string, unknown>, path: readonly string[], value: unknown): boolean {
  let part = document;
  for (const name of path.slice(0, -1)) {
    const below = Object.hasOwn(part, name) ? part[name] : undefined;
    if (below !== undefined && (typeof below !== "object" || below === null)) return false;
    const next: Record<string, unknown> = (below as Record<string, unknown>) ?? Object.create(null);
    part[name] = next;
    part = next;
  }
  const last = path.at(-1)!;
  if (Object.hasOwn(part, last)) return false;
  part[last] = value;
  return true;
}
