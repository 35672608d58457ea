import { nameWords } from "../../../engine/words/name-words.ts";
import { numberWords, poundsWords } from "../../../engine/words/value-words.ts";

const counted = (count: number, one: string, many: string) =>
  `${numberWords(count)} ${count === 1 ? one : many}`;

/** What an offer has under a fact of the dictionary, as a phrase; values as codes. */
const phrases: Readonly<Record<string, (code: number) => string>> = {
  leadInMonths: (n) => `a lead-in of ${counted(n, "month", "months")}`,
  placesOffered: (n) => `room for ${counted(n, "person", "people")}`,
  jobcentresServed: (n) => `service at ${numberWords(n)} of the jobcentres named`,
  groupsServed: (n) => `service for ${numberWords(n)} of the claimant groups named`,
  insurancePence: (n) => `insurance cover of ${poundsWords(n)}`,
  pricePence: (n) => `a price of ${poundsWords(n)}`,
  excludedByLaw: (n) => (n === 0 ? "no ground of exclusion" : "a ground of exclusion in law"),
  lowPriceExplanation: (n) =>
    ["no explanation of the low price", "an accepted explanation of the low price"][n] ??
    "an explanation of the low price that was not accepted",
};

/**
 * What an offer has, in words.
 *
 * @example factPhrase("leadInMonths", 4) // "a lead-in of 4 months"
 */
export function factPhrase(fact: string, code: number): string {
  return phrases[fact]?.(code) ?? `${nameWords(fact)} of ${numberWords(code)}`;
}
