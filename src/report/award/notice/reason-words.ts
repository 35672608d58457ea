import { asSentence } from "../../../engine/words/name-words.ts";
import { numberWords } from "../../../engine/words/value-words.ts";
import type { NoticeReason } from "./notice.ts";

/** Why a score is what it is, in sentences: the rating, the rule with its formula, the tender, the assessors' reason. */
export function reasonSentences({ rating, ratingTop, tender, because, rule, held }: NoticeReason): string[] {
  return [
    ...(rating === undefined ? [] : [`Rated ${numberWords(rating)} of ${numberWords(ratingTop!)}.`]),
    asSentence(`Rule “${rule}”: ${held}`),
    ...(tender === undefined ? [] : [`Your tender: ${tender}`]),
    ...(because === undefined ? [] : [`Why: ${because}`]),
  ];
}
