import type { Law } from "./law.ts";
import { requireThat } from "./require-that.ts";

/**
 * The triangular law. Throws a RangeError unless min <= mode <= max and all are finite.
 *
 * Source: Kotz and van Dorp, Beyond Beta (2004), chapter 1, doi:10.1142/5720.
 */
export function triangularLaw(min: number, mode: number, max: number): Law {
  requireThat(Number.isFinite(min) && Number.isFinite(max), "A triangular law needs finite ends.");
  requireThat(min <= mode && mode <= max, "A triangular law needs min <= mode <= max.");
  const width = max - min;
  const left = mode - min;
  const right = max - mode;
  const share = width > 0 ? left / width : 0;
  return {
    mean: () => min + (left + width) / 3,
    variance: () => (left * left + right * right + left * right) / 18,
    distribution: () => (x) => {
      if (x >= max) return 1;
      if (x <= min) return 0;
      return x <= mode
        ? ((x - min) / left) * ((x - min) / width)
        : 1 - ((max - x) / right) * ((max - x) / width);
    },
    quantile: () => (u) =>
      u <= share ? min + Math.sqrt(u * left * width) : max - Math.sqrt((1 - u) * right * width),
  };
}
