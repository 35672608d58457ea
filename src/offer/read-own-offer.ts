import type { ParsedDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { schemaProblems } from "../engine/schema-problems.ts";
import { type OwnOffer, ownOfferSchema } from "./own-offer-schema.ts";

export type ReadOffer =
  | { readonly offer: OwnOffer; readonly problems: readonly [] }
  | { readonly offer?: undefined; readonly problems: readonly Problem[] };

/** The parts of an offer that hold other answers. */
export const sectionNames: ReadonlySet<string> = new Set([
  "contract",
  "referrals",
  "delivery",
  "outcomesPer100",
  "prices",
  "costs",
  "perOutcome",
  "limits",
  "before",
]);

/** Reads a parsed file as a provider's own offer by its shape; the scenario that it names is not looked at. */
export function readOwnOffer(document: ParsedDocument): ReadOffer {
  const parsed = ownOfferSchema.safeParse(withoutEmptySections(document.value));
  if (parsed.success && document.problems.length === 0) return { offer: parsed.data, problems: [] };
  const found = parsed.success ? [] : schemaProblems(ownOfferSchema, parsed.error, document);
  // What could not be read is missing for that reason alone.
  const more =
    document.problems.length > 0 ? found.filter(({ adjective }) => adjective !== "missing") : found;
  return { problems: [...document.problems, ...more] };
}

/** A section of which every line is a comment is there by its name alone, and is as good as left out. */
function withoutEmptySections(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const kept: Record<string, unknown> = Object.create(null);
  // Limits cannot be left out: empty, each of them is asked for by its name.
  for (const [name, part] of Object.entries(value))
    if (part === null && name === "limits") kept[name] = {};
    else if (part !== null || !sectionNames.has(name))
      kept[name] = sectionNames.has(name) ? withoutEmptySections(part) : part;
  return kept;
}

/** Is a parsed file meant as a provider's own offer? Its limits and its scenario tell. */
export function isOwnOffer(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return "limits" in value && "provider" in value && !("policies" in value);
}
