import { standardShown } from "../../offer/answer-words.ts";
import type { Doubt } from "../../offer/doubts.ts";
import type { OwnOffer } from "../../offer/own-offer-schema.ts";
import { doubtFields, doubtWords } from "./doubt-words.ts";

/** The check of an offer as one object of schema `riskshare.offer-check/1`; `place` says where a field stands. */
export function offerCheckJson(
  { id, provider, scenario }: OwnOffer,
  terms: string,
  doubts: readonly Doubt[],
  notes: readonly string[],
  place: (path: string) => string,
): object {
  return {
    schema: "riskshare.offer-check/1",
    inOrder: true,
    offer: { id, provider, scenario, terms },
    doubts: doubts.map((doubt) => ({
      kind: doubt.kind,
      fields: doubtFields(doubt),
      places: doubt.kind === "left" ? [] : doubtFields(doubt).map(place),
      sentence: doubtWords(doubt),
      ...(doubt.kind !== "odd" && { unit: doubt.question.unit, question: doubt.question.ask }),
      ...(doubt.kind === "unusual" && { answer: doubt.answer, typical: doubt.question.typical }),
      ...(doubt.kind === "left" && { standard: standardShown(doubt.question) }),
    })),
    notes,
  };
}
