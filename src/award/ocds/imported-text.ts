import { seenText } from "../seen-text.ts";

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\s]+/gu;

/** Text of another system on one line, cut to what a name may have; undefined where nothing is left. */
export function importedLine(text: string | null | undefined, longest = 200): string | undefined {
  const plain = (text ?? "").replace(unseen, " ").trim();
  if (!seenText.test(plain)) return undefined;
  if (plain.length <= longest) return plain;
  return `${plain.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Longer text of another system, likewise. */
export function importedText(text: string | null | undefined): string | undefined {
  return importedLine(text, 4000);
}
