import type { BoundRequirement } from "./bound-requirement.ts";
import type { Hundredths } from "./marks.ts";

/**
 * Quality of one offer over all quality criteria: its share of their marks, and the lowest share under any one.
 * Delivery risk, which is simulated and not rated, is none of them: a standard of quality is not about it.
 */
export type QualityShares = { readonly qualityShare: number; readonly lowestQualityShare: number };

/**
 * Adds up quality by marks; where quality has no marks at all (it is assessed for a price per point), by equal weights.
 *
 * `points` are those of each leaf, in hundredths. Without any quality criterion both shares are 1.
 */
export function qualityShares(
  { criteria }: BoundRequirement,
  leafPoints: (leaf: string) => { readonly points: Hundredths; readonly marks: Hundredths },
): QualityShares {
  let won = 0;
  let available = 0;
  let lowest = Number.POSITIVE_INFINITY;
  let sum = 0;
  let count = 0;
  for (const criterion of criteria) {
    const leaves = criterion.leaves.filter(({ kind, isSimulated }) => kind === "quality" && !isSimulated);
    if (leaves.length === 0) continue;
    let ownMarks = 0;
    let ownAvailable = 0;
    let ownShares = 0;
    for (const leaf of leaves) {
      const { points, marks } = leafPoints(leaf.id);
      ownMarks += marks;
      ownAvailable += leaf.marks;
      ownShares += points / leaf.outOf;
    }
    won += ownMarks;
    available += ownAvailable;
    const share = ownAvailable > 0 ? ownMarks / ownAvailable : ownShares / leaves.length;
    if (share < lowest) lowest = share;
    sum += share;
    count += 1;
  }
  if (count === 0) return { qualityShare: 1, lowestQualityShare: 1 };
  return { qualityShare: available > 0 ? won / available : sum / count, lowestQualityShare: lowest };
}
