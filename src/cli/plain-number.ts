/** Digits, with a sign, a point and underscores between them: as people write numbers. */
const plain = /^[+-]?\d+(_\d+)*(\.\d+)?$/;

/**
 * Reads a number as people write one, such as 0.25, -3 or 100_000; undefined where it is anything else.
 *
 * JavaScript takes more for a number (0x1, 1e3, blanks around it), and what nobody meant to write is a mistake.
 */
export function plainNumber(text: string): number | undefined {
  const value = Number(text.replaceAll("_", ""));
  return plain.test(text) && Number.isFinite(value) ? value : undefined;
}
