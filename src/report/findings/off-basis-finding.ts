import { basisTitle } from "../basis-words.ts";
import type { Comparison } from "../comparison.ts";
import { shownScale } from "../shown-number.ts";
import { saidNames } from "./said.ts";

/** Which policies no scale of unit prices brings onto the basis, so that their row is only the nearest. */
export function offBasisFinding(comparison: Comparison): string | undefined {
  const off = comparison.policies.filter((policy) => !policy.basisReached);
  if (off.length === 0) return undefined;
  const named = saidNames(off, (policy) => ` (${shownScale(policy.priceScale)})`);
  return `${basisTitle[comparison.basis]}: no change of unit prices gets there under ${named}; the nearest is shown, and it is left out of what is said here.`;
}
