import { editDistance } from "./edit-distance.ts";

// Nobody types a longer name by hand, and the distance takes time with the product of the lengths.
const LONGEST_NAME = 64;
const MOST_NAMES = 10_000;

/**
 * Finds the known name that someone who wrote `name` most likely meant.
 *
 * A name that differs only in case, spaces and hyphens wins; otherwise the least edit distance, ignoring case, up to a third of
 * the name's length (at least 1, at most 3). Names without a character in common are never near. Of names
 * equally near, the first is taken.
 *
 * @example
 * nearestName("referals", ["starts", "referrals"]) // "referrals"
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  if (name.length === 0 || name.length > LONGEST_NAME) return undefined;
  const wanted = name.toLowerCase();
  const furthest = Math.min(3, Math.max(1, Math.floor(name.length / 3)));
  let best: string | undefined;
  let bestDistance = furthest + 1;
  let looked = 0;
  for (const candidate of known) {
    looked += 1;
    if (looked > MOST_NAMES) break;
    if (Math.abs(joined(candidate).length - joined(name).length) > 3) continue;
    const other = candidate.toLowerCase();
    if (other === wanted || joined(other) === joined(wanted)) return candidate;
    const distance = editDistance(wanted, other);
    if (distance < bestDistance && distance < Math.max(wanted.length, other.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Spaces, hyphens and underlines are what people put between words; names differ in which. */
function joined(name: string): string {
  return name.replaceAll(/[\s_-]/g, "");
}

/**
 * Writes text as a name in kebab-case, as far as it goes.
 *
 * @example kebabOf("Minimum guarantee") === "minimum-guarantee"
 */
export function kebabOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replace(/^-+/, "")
    .slice(0, LONGEST_NAME)
    .replace(/-+$/, "");
}

/**
 * Words the nearest known name as a hint, or gives undefined where none is near.
 *
 * @example
 * didYouMean("referals", ["referrals"]) // 'did you mean "referrals"?'
 */
export function didYouMean(name: string, known: Iterable<string>): string | undefined {
  const nearest = nearestName(name, known);
  return nearest === undefined ? undefined : `did you mean "${nearest}"?`;
}
