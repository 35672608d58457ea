import { basisTitle } from "../basis-words.ts";
import type { Comparison } from "../comparison.ts";
import { shownName } from "../visible-width.ts";

/** Says which policies no scale of unit prices brings to the basis. Undefined where all are brought there. */
export function basisReachedFinding({ basis, policies }: Comparison): string | undefined {
  const missed = policies.filter((policy) => !policy.basisReached);
  if (missed.length === 0) return undefined;
  const names = missed.map((policy) => `“${shownName(policy.title)}”`).join(", ");
  return `No unit prices bring ${names} to the basis “${basisTitle[basis].toLowerCase()}”: the nearest is shown, and it is not a fair comparison.`;
}
