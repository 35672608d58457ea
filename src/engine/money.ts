/** How a number is brought to whole units; the default everywhere is half away from zero. */
export type RoundingMode = "halfAwayFromZero" | "halfEven" | "up" | "down" | "awayFromZero" | "towardsZero";

export const roundingModes: readonly RoundingMode[] = [
  "halfAwayFromZero",
  "halfEven",
  "up",
  "down",
  "awayFromZero",
  "towardsZero",
];

const MILLION = 1_000_000;

/**
 * Rounds a number to whole units, after bringing it to a millionth of its unit.
 *
 * The first step takes away what binary fractions add (0.1 + 0.2), so that an amount that is exactly half
 * on paper is half here. Never gives −0. Numbers beyond 2^52 are whole already and come back as they are.
 *
 * @example round(2.5) === 3; round(-2.5) === -3; round(2.4999999999) === 3; round(-0.2) === 0
 */
export function round(x: number, mode: RoundingMode = "halfAwayFromZero"): number {
  // Whole numbers are by far the most common; adding 0 turns −0 into 0.
  if (Math.floor(x) === x) return x + 0;
  const size = Math.floor(Math.abs(x) * MILLION + 0.5) / MILLION;
  const below = Math.floor(size);
  const part = size - below;
  const negative = x < 0;
  let whole = below;
  if (part > 0) {
    if (mode === "halfAwayFromZero") whole = part >= 0.5 ? below + 1 : below;
    else if (mode === "halfEven") whole = part > 0.5 || (part === 0.5 && below % 2 === 1) ? below + 1 : below;
    else if (mode === "awayFromZero" || (mode === "up" && !negative) || (mode === "down" && negative)) {
      whole = below + 1;
    }
  }
  return negative ? 0 - whole : whole;
}

/**
 * Rounds points of an offer to hundredths of a point, half away from zero.
 *
 * @example inHundredths(100 / 3) === 33.33; inHundredths(33.335) === 33.34
 */
export function inHundredths(points: number): number {
  return round(points * 100) / 100;
}

const BILLION = 1_000_000_000;

/**
 * Takes away what binary fractions add to a plain number: brings it to a billionth, up to 4 million in size.
 *
 * 0.55 × 100 is 55.00000000000001 in binary; a referral is 55 people, and 55 is not under 55.
 *
 * @example tidy(0.55 * 100) === 55
 */
export function tidy(x: number): number {
  if (Math.floor(x) === x || x > 4e6 || x < -4e6) return x + 0;
  return Math.round(x * BILLION) / BILLION + 0;
}

/** Pounds with at most two decimals, as integer pence; undefined where there is a third decimal. */
export function penceOf(pounds: number): number | undefined {
  const pence = Math.round(pounds * 100);
  return Math.abs(pounds * 100 - pence) < 1e-6 * Math.max(1, Math.abs(pounds)) ? pence + 0 : undefined;
}
