import { type ParsedDocument, parseDocument } from "../../engine/document.ts";
import { kebabOf } from "../../engine/nearest-name.ts";
import type { Problem } from "../../engine/problem.ts";
import { checkOwnOffer } from "../../offer/check-own-offer.ts";
import { numbersOf, type OfferDocument, offerDocument } from "../../offer/offer-document.ts";
import { readOwnOffer } from "../../offer/read-own-offer.ts";
import { readOfferSheets } from "../../offer/workbook/read-offer-sheets.ts";
import { readWorkbook } from "../../workbook/read-workbook.ts";
import { largestOffer } from "./largest-offer.ts";
import { formOf, type openBases } from "./offer-base.ts";
import type { OfferFile, OpenedOffer } from "./offer-request.ts";

type ReadFile =
  | { readonly opened: OpenedOffer; readonly problems: readonly [] }
  | { readonly opened?: undefined; readonly problems: readonly Problem[] };

/**
 * Reads a file from an untrusted source as an offer, as YAML, JSON or an XLSX workbook, and the form that it fills in.
 *
 * What is not yet answered is no fault, so that a form that was put aside can be taken up again; anything else that is
 * wrong is said with its line or cell, and nothing is taken over.
 */
export async function readOfferFile(
  file: OfferFile,
  baseOf: ReturnType<typeof openBases>,
): Promise<ReadFile> {
  const { document, notes } = await documentOf(file);
  const filled = withUnanswered(document);
  const { offer, problems } = readOwnOffer(filled);
  if (offer === undefined) return { problems };
  const { base, problems: unread } = baseOf(offer.scenario);
  if (base === undefined)
    return { problems: unread.map((problem) => ({ ...problem, where: document.where(["scenario"]) })) };
  const { place, problems: wrong } = checkOwnOffer(offer, filled, base.checked);
  if (place === undefined) return { problems: wrong };
  const { form, problems: odd } = formOf(base, offer);
  if (form === undefined) return { problems: odd };
  const names = { ...offer, provider: offer.provider === unnamed ? "" : offer.provider };
  return {
    opened: { document: offerDocument(names, numbersOf(document.value)), form, notes },
    problems: [],
  };
}

async function documentOf({ name, content }: OfferFile): Promise<{
  readonly document: ParsedDocument;
  readonly notes: readonly string[];
}> {
  const refused = (problem: Problem) => ({
    document: { value: undefined, problems: [problem], where: () => name },
    notes: [],
  });
  const size = typeof content === "string" ? content.length : content.byteLength;
  if (size > largestOffer) {
    const expected = `at most ${largestOffer} bytes`;
    return refused({ where: name, adjective: "invalid", noun: "size", found: `${size} bytes`, expected });
  }
  if (typeof content === "string") return { document: parsed(name, content), notes: [] };
  const bytes = new Uint8Array(content);
  // A workbook is told by its first bytes, whatever it is called.
  if (/\.xlsx?$/i.test(name) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) {
    const { sheets, problem } = await readWorkbook(name, bytes);
    if (sheets === undefined) return refused(problem);
    return readOfferSheets(name, sheets, kebabOf(name.replace(/\.\w+$/, "")).slice(0, 60) || "my-offer");
  }
  try {
    return { document: parsed(name, new TextDecoder("utf-8", { fatal: true }).decode(bytes)), notes: [] };
  } catch {
    const expected = "an offer as text in UTF-8, or an XLSX workbook";
    return refused({ where: name, adjective: "invalid", noun: "file", expected });
  }
}

function parsed(name: string, text: string): ParsedDocument {
  return parseDocument(name, text, /^\s*\{/.test(text) ? "json" : "yaml");
}

const unnamed = "–";

/** A document in which nothing that must be answered is missing. */
function withUnanswered(document: ParsedDocument): ParsedDocument {
  const { value, problems } = document;
  if (typeof value !== "object" || value === null || Array.isArray(value) || !("scenario" in value))
    return document;
  const { provider, limits } = value as Partial<OfferDocument>;
  const isOpen = limits === undefined || limits === null;
  const own = isOpen ? {} : limits;
  const filled = typeof own === "object" ? { cash: 0, loss: 0, ...own } : own;
  return {
    ...document,
    value: { ...value, provider: provider ?? unnamed, limits: filled },
    problems: problems.filter(({ adjective, noun }) => adjective !== "missing" || noun !== "answer"),
  };
}
