import type { BoundRequirement } from "./bound-requirement.ts";
import type { Hundredths } from "./marks.ts";

/**
 * Quality of one offer over all quality criteria: its share of their points, and the lowest share under any one.
 * Delivery risk, which is simulated and not rated, is none of them: a standard of quality is not about it.
 */
export type QualityShares = {
  readonly qualityShare: number;
  readonly lowestQualityShare: number;
  /** The share of the marks, which are rounded after weighing: what an offer gains in the ranking by a rating. */
  readonly marksShare: number;
};

/** What one leaf earned: in hundredths of 100 points before it was weighed, and in marks after that. */
export type LeafQuality = { readonly ofHundred: Hundredths; readonly marks: Hundredths };

/**
 * Adds up quality by weights in marks; where quality has no marks at all (it is assessed for a price per point), by equal
 * weights.
 *
 * Shares go by points before these are weighed, so that an odd weight moves no offer below a standard. Without any
 * quality criterion all shares are 1.
 */
export function qualityShares(
  { criteria }: BoundRequirement,
  leafQuality: (leaf: string) => LeafQuality,
): QualityShares {
  let won = 0;
  let weighed = 0;
  let available = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let sum = 0;
  let count = 0;
  for (const criterion of criteria) {
    const leaves = criterion.leaves.filter(({ kind, isSimulated }) => kind === "quality" && !isSimulated);
    if (leaves.length === 0) continue;
    let ownWeighed = 0;
    let ownAvailable = 0;
    let ownShares = 0;
    for (const leaf of leaves) {
      const { ofHundred, marks } = leafQuality(leaf.id);
      won += marks;
      ownWeighed += ofHundred * leaf.marks;
      ownAvailable += leaf.marks;
      ownShares += ofHundred;
    }
    weighed += ownWeighed;
    available += ownAvailable;
    const share = ownAvailable > 0 ? ownWeighed / ownAvailable : ownShares / leaves.length;
    if (share < lowest) lowest = share;
    sum += share;
    count += 1;
  }
  if (count === 0) return { qualityShare: 1, lowestQualityShare: 1, marksShare: 1 };
  // Whole numbers up to the one division: 40 of 100 is 0.4, as a file says it.
  const qualityShare = available > 0 ? weighed / (available * 10_000) : sum / (count * 10_000);
  return {
    qualityShare,
    lowestQualityShare: lowest / 10_000,
    marksShare: available > 0 ? won / available : qualityShare,
  };
}
