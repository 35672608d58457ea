/**
 * Says how a number is written that was typed as people write it: "18 %", "£2,000", "2,000".
 *
 * @example numberHint("18 %") === "write 0.18 for 18 %"
 */
export function numberHint(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const found = /^\s*(£?)\s*(-?\d[\d, ]*(?:\.\d+)?)\s*(%|per ?cent)?\s*$/i.exec(value);
  if (found === null) return undefined;
  const [, pound, digits, percent] = found;
  const number = Number(digits!.replaceAll(/[, ]/g, ""));
  if (!Number.isFinite(number)) return undefined;
  if (percent !== undefined) return percentHint(number);
  const without = pound === "" ? (/[, ]/.test(digits!) ? "commas or spaces" : "quotes") : "£ and commas";
  return `write ${number} without ${without}`;
}

/** Says how a share is written where a number of per cent was. */
export function percentHint(percent: number): string {
  return `write ${Number((percent / 100).toPrecision(12))} for ${percent} %`;
}

/** The hint for a number over a largest one of 1, which is likely per cent. */
export function shareHint(value: unknown, most: unknown): string | undefined {
  return most === 1 && typeof value === "number" && value >= 2 && value <= 100
    ? percentHint(value)
    : undefined;
}
