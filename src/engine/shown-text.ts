const SHORT_NAMES: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
]);

// Controls, format characters (bidirectional overrides, zero-width ones), lone surrogates and the two
// Unicode line separators: whatever could make a line look like something it is not.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const LONGEST = 80;

/**
 * Writes characters that cannot be seen as escapes, so that text from a file is safe in a terminal.
 *
 * @example
 * escapedText("a\u001b[2J") // "a\\u001b[2J"
 */
export function escapedText(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const digits = code.toString(16);
    return SHORT_NAMES.get(character) ?? (code > 0xffff ? `\\u{${digits}}` : `\\u${digits.padStart(4, "0")}`);
  });
}

/**
 * Writes a value as JSON in which nothing is unseen: a reader gets the same value, a terminal nothing to obey.
 *
 * @example
 * jsonText("a\u009b31m") // "\"a\\u009b31m\""
 */
export function jsonText(value: unknown): string {
  const unit = (code: number) => `\\u${code.toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(UNSEEN, (character) =>
    Array.from({ length: character.length }, (_, place) => unit(character.charCodeAt(place))).join(""),
  );
}

/**
 * Cuts text to a length that fits an error message, marking the cut with an ellipsis.
 *
 * A surrogate pair is never cut in two.
 *
 * @example
 * shortText("abcdef", 4) // "abc…"
 */
export function shortText(text: string, longest: number = LONGEST): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/**
 * Shows any value the way an error message quotes it: text in quotes, collections by their kind.
 *
 * @example
 * shownValue("abc") // "\"abc\""
 * shownValue([1, 2]) // "a list"
 */
export function shownValue(value: unknown): string {
  if (typeof value === "string") return `"${shortText(value, LONGEST - 2)}"`;
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "function" ? "a function" : String(value);
}
