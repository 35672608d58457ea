/** Chances of single counts below this share of the likeliest one change no rank. */
const NEGLIGIBLE = 1e-20;

/**
 * Gives the ranks (1 is the smallest) of the two order statistics that hold a quantile with 95 % confidence.
 * `percent`: level of the quantile, strictly between 0 and 100. With B ~ Binomial(n, level), the low rank is the smallest
 * b with P(B ≤ b) ≥ 2.5 % and the high rank one more than the smallest b with P(B ≤ b) ≥ 97.5 %. In a sample too small
 * for the level (under 72 paths at 5 % and 95 %, under 368 at 99 %) a rank is 0 or n + 1: no path bounds that side.
 * Atoms only add to the coverage. Source: David and Nagaraja, Order Statistics, 2003, section 7.1.
 */
export function binomialRanks(count: number, percent: number): { low: number; high: number } {
  const odds = percent / (100 - percent);
  const mode = Math.min(count, Math.floor(((count + 1) * percent) / 100));
  const below: number[] = [];
  let first = mode;
  for (let chance = 1; first > 0 && chance > NEGLIGIBLE; first--) {
    chance *= first / ((count - first + 1) * odds);
    below.push(chance);
  }
  const above: number[] = [];
  let last = mode;
  for (let chance = 1; last < count && chance > NEGLIGIBLE; last++) {
    chance *= ((count - last) * odds) / (last + 1);
    above.push(chance);
  }
  const chances = [...below.reverse(), 1, ...above];
  let total = 0;
  for (const chance of chances) total += chance;
  const smallest = (level: number): number => {
    let reached = 0;
    for (let place = 0; place < chances.length; place++) {
      reached += chances[place]!;
      if (reached >= level * total) return first + place;
    }
    return last;
  };
  return { low: smallest(0.025), high: smallest(0.975) + 1 };
}
