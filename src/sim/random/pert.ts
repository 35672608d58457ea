import { betaLaw } from "./beta.ts";
import { fixedLaw } from "./fixed.ts";
import type { Law } from "./law.ts";
import { requireThat } from "./require-that.ts";

/**
 * The classic PERT law: a beta law on [min, max] whose mean is (min + 4·mode + max) / 6.
 *
 * min <= mode <= max, all finite, otherwise a RangeError; min = max gives that value always.
 * Source: D. G. Malcolm et al., Operations Research 7 (1959) 646-669, doi:10.1287/opre.7.5.646, in the beta form
 * of D. Vose, Risk Analysis, 3rd ed. (2008).
 */
export function pertLaw(min: number, mode: number, max: number): Law {
  requireThat(Number.isFinite(min) && Number.isFinite(max), "A PERT law needs finite ends.");
  requireThat(min <= mode && mode <= max, "A PERT law needs min <= mode <= max.");
  const width = max - min;
  if (width === 0) return fixedLaw(min);
  const unit = betaLaw(1 + (4 * (mode - min)) / width, 1 + (4 * (max - mode)) / width);
  return {
    mean: () => (min + 4 * mode + max) / 6,
    variance: () => width * width * unit.variance(),
    distribution: () => {
      const distribution = unit.distribution();
      return (x) => distribution((x - min) / width);
    },
    quantile: () => {
      const quantile = unit.quantile();
      return (u) => min + width * quantile(u);
    },
  };
}
