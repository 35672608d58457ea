import type { ReleaseValue } from "./release-shape.ts";

/** Pounds of a value, or why there are none; undefined where no value was given. */
export type ImportedPounds = { readonly pounds: number } | { readonly why: string } | undefined;

/** Reads a value as pounds with at most two decimals; of another currency no pounds are made. */
export function importedPounds(value: ReleaseValue): ImportedPounds {
  if (value?.amount === undefined || value.amount === null) return undefined;
  const { amount, currency } = value;
  if (currency !== "GBP") return { why: currency ? "in a currency other than GBP" : "without a currency" };
  const pounds = Math.round(amount * 100) / 100;
  return pounds > 0 && pounds <= 1e10 ? { pounds } : { why: "not above 0, or above £10,000,000,000" };
}
