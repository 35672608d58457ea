import type { Law } from "./law.ts";
import { requireThat } from "./require-that.ts";

/** The uniform law on [min, max]. Throws a RangeError unless both are finite and min <= max. */
export function uniformLaw(min: number, max: number): Law {
  requireThat(Number.isFinite(min) && Number.isFinite(max) && min <= max, "A uniform law needs min <= max.");
  const width = max - min;
  return {
    mean: () => min + width / 2,
    variance: () => (width * width) / 12,
    distribution: () => (x) => {
      if (x >= max) return 1;
      return x <= min ? 0 : (x - min) / width;
    },
    quantile: () => (u) => min + width * u,
  };
}
