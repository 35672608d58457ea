import type { DocumentPath, ParsedDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { schemaProblems } from "../engine/schema-problems.ts";
import { type Offer, offerSchema, offersSchema } from "./offer-schema.ts";

/** Where a check puts what it finds about one offer; the path begins at the offer. */
export type ReportOffer = (path: DocumentPath, problem: Omit<Problem, "where">) => void;

/** An offer as it stands in its file. */
export type WrittenOffer = { readonly offer: Offer; readonly where: (path: DocumentPath) => string };

/** Reads files of one offer or several by their shape; two with one id are a problem, in one file or in two. */
export function readOffers(documents: readonly ParsedDocument[]): {
  readonly written: readonly WrittenOffer[];
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const written: WrittenOffer[] = [];
  const seen = new Map<string, string>();
  for (const document of documents) {
    problems.push(...document.problems);
    if (document.problems.length > 0) continue;
    const isList =
      typeof document.value === "object" && document.value !== null && "offers" in document.value;
    const schema = isList ? offersSchema : offerSchema;
    const parsed = schema.safeParse(document.value);
    if (!parsed.success) {
      problems.push(...schemaProblems(schema, parsed.error, document));
      continue;
    }
    const offers = "offers" in parsed.data ? parsed.data.offers : [parsed.data];
    for (const [o, offer] of offers.entries()) {
      const base: DocumentPath = isList ? ["offers", o] : [];
      const where = (path: DocumentPath) => document.where([...base, ...path]);
      const before = seen.get(offer.id);
      if (before !== undefined) {
        problems.push({
          where: where(["id"]),
          adjective: "duplicate",
          noun: "offer",
          found: offer.id,
          expected: `an id of its own; the other is at ${before}`,
        });
      }
      seen.set(offer.id, where(["id"]));
      written.push({ offer, where });
    }
  }
  return { written, problems };
}
