import { marksWords } from "../marks-words.ts";

/**
 * Marks as a notice holds them, as people write them; a dash where there are none.
 *
 * @example shownMarks(25.2) // "25.20"
 */
export function shownMarks(marks: number | undefined): string {
  return marks === undefined ? "–" : marksWords(Math.round(marks * 100));
}
