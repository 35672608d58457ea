import type { ParsedDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { schemaProblems } from "../engine/schema-problems.ts";
import { type OwnOffer, ownOfferSchema } from "./own-offer-schema.ts";

export type ReadOffer =
  | { readonly offer: OwnOffer; readonly problems: readonly [] }
  | { readonly offer?: undefined; readonly problems: readonly Problem[] };

/** Reads a parsed file as a provider's own offer by its shape; the scenario that it names is not looked at. */
export function readOwnOffer(document: ParsedDocument): ReadOffer {
  if (document.problems.length > 0) return { problems: document.problems };
  const parsed = ownOfferSchema.safeParse(document.value);
  return parsed.success
    ? { offer: parsed.data, problems: [] }
    : { problems: schemaProblems(ownOfferSchema, parsed.error, document) };
}

/** Is a parsed file meant as a provider's own offer? Its limits and its scenario tell. */
export function isOwnOffer(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return "limits" in value && "provider" in value && !("policies" in value);
}
