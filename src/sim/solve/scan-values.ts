import type { Variable } from "./variable.ts";

/**
 * Values over the range at which a first look is taken: in equal steps, or, where the range is far wider than what the
 * variable is now, in steps that double. `parts` is the number of equal steps.
 */
export function scanValues({ low, high, current }: Variable, parts: number): number[] {
  const size = Math.max(Math.abs(current), (high - low) * 1e-7);
  if (high - low <= 20 * size || high <= 1) {
    return Array.from({ length: parts + 1 }, (_, k) => low + ((high - low) * k) / parts);
  }
  const values = [low];
  for (let step = size / parts; low + step < high && values.length < 40; step *= 2) values.push(low + step);
  return [...values, high];
}
