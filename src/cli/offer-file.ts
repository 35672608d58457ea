import { basename, extname } from "node:path";
import { type ParsedDocument, parseDocument } from "../engine/document.ts";
import { kebabOf } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import type { OwnOffer } from "../offer/own-offer-schema.ts";
import { isOwnOffer, readOwnOffer } from "../offer/read-own-offer.ts";
import { readInput, readInputBytes, shownPath } from "./input-file.ts";
import { ownOfferNames, ownOffersFolder } from "./library.ts";
import { namedFile } from "./shipped-file.ts";

/** A provider's own offer as its file has it, with what a reader should know of how it was read. */
export type OfferFile = {
  readonly path?: string;
  /** Its values with their places: lines of a text, cells of a workbook. */
  readonly document?: ParsedDocument;
  /** The offer, where its shape is in order; its scenario was not looked at. */
  readonly offer?: OwnOffer;
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
};

/** Reads an offer by its path, as YAML, JSON or an XLSX workbook, or by the bare name of a shipped one. */
export async function readOfferFile(name: string): Promise<OfferFile> {
  const found = namedFile(name, { names: ownOfferNames(), folder: ownOffersFolder, holds: "offer" });
  if (found.path === undefined) return { notes: [], problems: [found.problem] };
  const { path } = found;
  const { document, notes } = await documentAt(path);
  const { offer, problems } = readOwnOffer(document);
  if (offer !== undefined) return { path, document, offer, notes, problems: [] };
  return { path, document, notes, problems: otherKind(document, path) ?? problems };
}

/** What a file is that holds no offer at all is said once, and not as twenty unknown keys. */
function otherKind({ value, problems }: ParsedDocument, path: string): Problem[] | undefined {
  const isOther = typeof value === "object" && value !== null && ("policies" in value || "stages" in value);
  if (problems.length > 0 || isOwnOffer(value) || !isOther) return undefined;
  const expected = "an offer, with a provider and its limits";
  const hint = "riskshare offer init writes one";
  return [{ where: shownPath(path), adjective: "invalid", noun: "offer", expected, hint }];
}

async function documentAt(path: string): Promise<{ document: ParsedDocument; notes: readonly string[] }> {
  const shown = shownPath(path);
  const unread = (problems: Problem[]) => ({
    document: { value: undefined, problems, where: () => shown },
    notes: [],
  });
  const ending = extname(path).toLowerCase();
  if (ending === ".xls" || ending === ".ods" || ending === ".numbers" || ending === ".csv") {
    const hint = "save it as an Excel workbook (.xlsx)";
    const expected = "a file whose name ends in .yaml, .json or .xlsx";
    return unread([{ where: shown, adjective: "unsupported", noun: "file", found: ending, expected, hint }]);
  }
  if (ending !== ".xlsx") {
    const { text, problems } = readInput(path);
    if (problems.length > 0) return unread(problems);
    return { document: parseDocument(shown, text, ending === ".json" ? "json" : "yaml"), notes: [] };
  }
  const { bytes, problems } = readInputBytes(path);
  if (problems.length > 0) return unread(problems);
  // Loaded where a workbook is read and nowhere else: it takes time to start.
  const [{ readWorkbook }, { readOfferSheets }] = await Promise.all([
    import("../workbook/read-workbook.ts"),
    import("../offer/workbook/read-offer-sheets.ts"),
  ]);
  const { sheets, problem } = await readWorkbook(shown, bytes);
  if (sheets === undefined) return unread([problem]);
  return readOfferSheets(shown, sheets, kebabOf(basename(path, extname(path))).slice(0, 60) || "my-offer");
}
