/** A number that was typed, or a word on what it may have been meant as. */
export type TypedNumber =
  | { readonly value: number; readonly isPercent: boolean; readonly isPounds: boolean }
  | { readonly value?: undefined; readonly hint?: string };

const digits = String.raw`\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+`;
const plain = new RegExp(String.raw`^(-?)(£?) ?(${digits})(\.\d+)? ?(%|per ?cent)?$`, "i");

/**
 * Reads a number as people write one whose meaning is plain: "5000", "£5,000", "12.50", "75 %".
 *
 * What could mean two things, such as "5,00" or "1.234,56", is not read.
 */
export function typedNumber(text: string): TypedNumber {
  // Spaces that do not break a line and a true minus come with text that is copied.
  const tidy = text
    .replaceAll(/[\u00a0\u2009\u202f]/g, " ")
    .replaceAll("\u2212", "-")
    .trim();
  const found = tidy.length > 40 ? null : plain.exec(tidy);
  if (found === null) return hintFor(tidy);
  const [, sign, pounds, whole, part = "", percent] = found;
  const value = Number(`${sign}${whole!.replaceAll(/[, ]/g, "")}${part}`);
  return { value: value + 0, isPercent: percent !== undefined, isPounds: pounds !== "" };
}

function hintFor(text: string): TypedNumber {
  const thousands = /^£? ?(\d+(?:\.\d{1,3})?) ?(k|m)$/i.exec(text);
  if (thousands !== null) {
    const times = thousands[2]!.toLowerCase() === "k" ? 1000 : 1_000_000;
    return { hint: `write ${Math.round(Number(thousands[1]) * times)} in full` };
  }
  if (/^\(£? ?[\d,.]+\)$/.test(text)) return { hint: "write a minus in front in place of brackets" };
  if (/^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}$/.test(text)) return { hint: "this looks like a date" };
  if (/^£? ?[\d.,]*,[\d.,]*$/.test(text))
    return { hint: "write thousands with commas and parts of one with a point, as 1,234.50" };
  return {};
}
