/** What a cell of numbers holds: a number, nothing, or something that is none, with why. */
export type CountRead =
  | { readonly value: number }
  | { readonly blank: true }
  | { readonly adjective: "invalid" | "ambiguous"; readonly hint?: string };

const blanks = new Set(["", "-", "–", "—", "n/a", "na", "not known", "tbc"]);
const most = 1_000_000;

/**
 * Reads how many people a cell says, with thousands commas or spaces; whole, unless fractions are meant.
 *
 * Under semicolons a comma may stand for a decimal point; one before three digits could be either where fractions are
 * meant, and is ambiguous. So is a point before three digits under semicolons or tabs: such files may mark thousands by it.
 */
export function readCount(text: string, separator: string, allows: "whole" | "fractions"): CountRead {
  const plain = text.trim().toLowerCase();
  if (blanks.has(plain)) return { blank: true };
  if (/^[<>≤≥*]|^c$|^x$/.test(plain))
    return { adjective: "invalid", hint: "a number that is withheld cannot be read" };
  if (plain.includes("£"))
    return { adjective: "invalid", hint: "this is money, and the column holds people" };
  if (plain.endsWith("%"))
    return { adjective: "invalid", hint: "write the number of people, not a percentage" };
  if (plain.startsWith("=")) return { adjective: "invalid", hint: "save the file with values, not formulas" };
  const thousands = /^\d{1,3}(?:([, \u00a0])\d{3})(?:\1\d{3})*(?:\.\d+)?$/.exec(plain);
  if (thousands?.[1] === "," && separator === ";" && allows === "fractions" && /^\d{1,3},\d{3}$/.test(plain))
    return { adjective: "ambiguous", hint: "write it without a comma, or with a decimal point" };
  if (separator !== "," && /^[1-9]\d{0,2}\.\d{3}$/.test(plain))
    return { adjective: "ambiguous", hint: pointHint(plain) };
  let digits = thousands === null ? plain : plain.replaceAll(/[, \u00a0]/g, "");
  if (thousands === null && separator === ";") digits = digits.replace(/^(\d+),(\d+)$/, "$1.$2");
  if (!/^\d+(\.\d+)?$/.test(digits)) return { adjective: "invalid" };
  const value = Number(digits);
  if (value > most) return { adjective: "invalid", hint: "that is more than a million" };
  if (allows === "whole" && !Number.isInteger(value))
    return { adjective: "invalid", hint: "people come whole" };
  return { value };
}

function pointHint(text: string): string {
  const [thousands, rest] = text.split(".") as [string, string];
  const share = rest.replace(/0+$/, "");
  return `write ${thousands}${rest} if the point marks thousands, ${thousands}${share && `.${share}`} if it is a decimal point`;
}
