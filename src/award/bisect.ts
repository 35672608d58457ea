/**
 * The first whole number in a range for which something holds, where it holds for all after it; asks `high` first.
 *
 * Undefined where it does not hold at `high`. What is returned has been asked, and so has the number before it, unless
 * that is below `low`.
 *
 * @example firstThatHolds(1, 100, (n) => n * n >= 50) // 8
 */
export function firstThatHolds(
  low: number,
  high: number,
  holds: (whole: number) => boolean,
): number | undefined {
  if (high < low || !holds(high)) return undefined;
  let fails = low - 1;
  let works = high;
  while (works - fails > 1) {
    const middle = fails + Math.floor((works - fails) / 2);
    if (holds(middle)) works = middle;
    else fails = middle;
  }
  return works;
}
