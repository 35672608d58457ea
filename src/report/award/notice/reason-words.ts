import { asSentence } from "../../../engine/words/name-words.ts";
import { numberWords } from "../../../engine/words/value-words.ts";
import type { NoticeReason } from "./notice.ts";

/** Why a score is what it is, in sentences: the rating, the tender, the assessors' reason, the rule with its formula. */
export function reasonSentences({ rating, ratingTop, tender, because, rule, held }: NoticeReason): string[] {
  return [
    ...(rating === undefined ? [] : [`Rated ${numberWords(rating)} of ${numberWords(ratingTop!)}.`]),
    ...(tender === undefined ? [] : [`Your tender: ${tender}`]),
    ...(because === undefined ? [] : [`Why: ${because}`]),
    asSentence(`Rule “${rule}”: ${held}`),
  ];
}
