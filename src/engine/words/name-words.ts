/**
 * Writes a camelCase or kebab-case name as words; the ending Pence, which only says a unit, is left out.
 *
 * @example nameWords("setUpCostPence") === "set-up cost"; nameWords("at13Weeks") === "at 13 weeks"
 */
export function nameWords(name: string): string {
  const spaced = name
    .replace(/(?<=.)Pence$/, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .replace(/([A-Za-z])([0-9])/g, "$1 $2")
    .replace(/([0-9])([A-Za-z])/g, "$1 $2")
    .replace(/[-_]/g, " ");
  const words = spaced
    .split(" ")
    .map((word) => (/^[A-Z][A-Z]+$/.test(word) ? word : word.toLowerCase()))
    .join(" ");
  return words.replace(/\b(set) (up)\b/g, "$1-$2").replace(/\b(lead) (in)\b/g, "$1-$2");
}

/** The text as a sentence: a capital at its beginning, a full stop at its end. */
export function asSentence(text: string): string {
  const begun = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

/** Several things in one phrase: "a, b and c". */
export function listWords(items: readonly string[], joint: "and" | "or" = "and"): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} ${joint} ${items.at(-1)}`;
}
