import type { LimitCheck } from "../../offer/test/limit-check.ts";
import { shownNumber, shownPounds } from "../shown-number.ts";

/** A chance in words that need no per cent: 43 in 100 futures. */
export function inHundred(chance: number): string {
  const of100 = chance * 100;
  if (chance > 0 && of100 < 1) return "fewer than 1 in 100 futures";
  if (chance < 1 && of100 > 99) return "more than 99 in 100 futures";
  return `${Math.round(of100)} in 100 futures`;
}

/** How rare a limit says that something must be. */
export function oneInWords(wanted: number): string {
  return `1 in ${Math.round(1 / wanted)}`;
}

/** What a limit is about, as the provider put it. */
export function limitName({ limit, pounds = 0 }: LimitCheck): string {
  if (limit === "cash") return `Cash tied up beyond ${shownPounds(pounds)}`;
  if (limit === "loss") return `A loss beyond ${shownPounds(pounds)}`;
  return "Margin on average";
}

/** What was found. */
export function foundWords({ limit, estimate }: LimitCheck): string {
  const { value } = estimate;
  if (limit !== "margin") return inHundred(value ?? 0);
  if (value !== null && value < -1) return `costs of ${(1 - value).toFixed(1)} times income`;
  return value === null
    ? "no income at all"
    : `${shownNumber(value, "share", 0.001, { signed: true })} of income`;
}

/** What the provider asked for. */
export function wantedWords({ limit, wanted }: LimitCheck): string {
  return limit === "margin"
    ? `at least ${shownNumber(wanted, "share", 0.001)}`
    : `at most ${oneInWords(wanted)}`;
}

export const standingWords = { kept: "kept", broken: "broken", unclear: "too close to tell" } as const;

/** One limit as a sentence in the second person. */
export function limitSentence(check: LimitCheck): string {
  const { limit, pounds = 0, estimate } = check;
  const value = estimate.value ?? 0;
  if (limit === "cash")
    return `more than ${shownPounds(pounds)} of your cash is tied up in ${inHundred(value)}`;
  if (limit === "loss") return `you lose more than ${shownPounds(pounds)} in ${inHundred(value)}`;
  if (estimate.value !== null && value < -1)
    return `you have ${foundWords(check)} on average where you need a margin of ${wantedWords(check)}`;
  return `you keep ${foundWords(check)} on average where you need ${wantedWords(check)}`;
}
