import type { OfferDocument } from "../../offer/offer-document.ts";
import type { QuestionSection } from "../../offer/questions/question.ts";
import { offerSheets } from "../../offer/workbook/offer-sheets.ts";
import { writtenOffer } from "../../offer/written-offer.ts";
import { writeWorkbook } from "../../workbook/write-workbook.ts";
import type { SavedForm } from "./offer-request.ts";

/** An offer as a file to keep or to send: commented YAML, or the bytes of a workbook. */
export async function savedOffer(
  offer: OfferDocument,
  sections: readonly QuestionSection[],
  as: SavedForm,
): Promise<string | Uint8Array> {
  if (as === "xlsx") return writeWorkbook(offerSheets(offer, sections));
  return writtenOffer(offer, sections, [
    `Test it with: riskshare offer test ${offer.id}.yaml`,
    "A line that begins with # is a comment. Take the # away to answer a question that was left.",
  ]);
}
