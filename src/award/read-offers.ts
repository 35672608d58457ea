import type { DocumentPath, ParsedDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { type Offer, offerSchema, offersSchema } from "./offer-schema.ts";
import { offerStandIn } from "./offer-stand-ins.ts";
import { isUnread, readAsFar } from "./read-as-far.ts";

/** Where a check puts what it finds about one offer; the path begins at the offer. */
export type ReportOffer = (path: DocumentPath, problem: Omit<Problem, "where">) => void;

/** An offer as it stands in its file; of one with problems as much as could be read. */
export type WrittenOffer = {
  readonly offer: Offer;
  readonly where: (path: DocumentPath) => string;
  /** Places of the offer at which something else stands in for what could not be read. */
  readonly unread: readonly DocumentPath[];
};

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
    if (document.value === undefined) continue;
    const isList =
      typeof document.value === "object" && document.value !== null && "offers" in document.value;
    const read = isList
      ? readAsFar(offersSchema, document, offerStandIn)
      : readAsFar(offerSchema, document, offerStandIn);
    problems.push(...read.problems);
    if (read.data === undefined) continue;
    const offers = "offers" in read.data ? read.data.offers : [read.data];
    const unread = unreadByOffer(read.unread, isList);
    for (const [o, offer] of offers.entries()) {
      const base: DocumentPath = isList ? ["offers", o] : [];
      const where = (path: DocumentPath) => document.where([...base, ...path]);
      const before = seen.get(offer.id);
      const own = unread.get(o) ?? [];
      if (before !== undefined && !isUnread(["id"], own)) {
        problems.push({
          where: where(["id"]),
          adjective: "duplicate",
          noun: "offer",
          found: offer.id,
          expected: `an id of its own; the other is at ${before}`,
        });
      }
      seen.set(offer.id, where(["id"]));
      written.push({ offer, where, unread: own });
    }
  }
  return { written, problems };
}

/** Unread places by the number of their offer, each from its offer on. */
function unreadByOffer(unread: readonly DocumentPath[], isList: boolean): Map<number, DocumentPath[]> {
  const by = new Map<number, DocumentPath[]>();
  for (const path of unread) {
    const [offer, own] = isList ? [Number(path[1]), path.slice(2)] : [0, path];
    by.set(offer, [...(by.get(offer) ?? []), own]);
  }
  return by;
}
