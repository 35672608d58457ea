import { blockWidth } from "../block.ts";
import type { TailPairSpec } from "./tally-plan.ts";

/** Sums of one pair of thresholds, with v = p − q: p x p² px x² · q y q² qy y² · v v² v³ vp vx vy py xy. */
export const tailPairSums = 18;

/** Opens the adding of a pair of tails: paths on which neither column comes near its tail are passed over. */
export function openTailPair({ sign, factor, thresholds }: TailPairSpec) {
  const lowest = thresholds.reduce(([a, b], [one, other]) => [Math.min(a, one), Math.min(b, other)]);
  const inTail = new Float64Array(2 * blockWidth);
  /** Adds the sums of each pair of thresholds in turn, from `slot` on. */
  return (a: Float64Array, b: Float64Array, count: number, sums: Float64Array, slot: number): void => {
    let found = 0;
    for (let path = 0; path < count; path++) {
      const one = sign * a[path]!;
      const other = sign * b[path]!;
      if (one <= lowest[0] && other <= lowest[1]) continue;
      inTail[found] = one;
      inTail[found + 1] = other;
      found += 2;
    }
    for (let k = 0; k < thresholds.length; k++) {
      const [atA, atB] = thresholds[k]!;
      addSums(inTail, found, factor, atA, atB, sums, slot + k * tailPairSums);
    }
  };
}

function addSums(
  inTail: Float64Array,
  found: number,
  factor: number,
  atA: number,
  atB: number,
  sums: Float64Array,
  slot: number,
): void {
  for (let place = 0; place < found; place += 2) {
    const excess = inTail[place]! - atA;
    const others = inTail[place + 1]! - atB;
    const x = Number(excess > 0);
    const y = Number(others > 0);
    const p = x === 1 ? factor * excess : 0;
    const q = y === 1 ? factor * others : 0;
    const v = p - q;
    sums[slot]! += p;
    sums[slot + 1]! += x;
    sums[slot + 2]! += p * p;
    // Where x is 1 or nothing, p x is p and x² is x.
    sums[slot + 3]! += p;
    sums[slot + 4]! += x;
    sums[slot + 5]! += q;
    sums[slot + 6]! += y;
    sums[slot + 7]! += q * q;
    sums[slot + 8]! += q;
    sums[slot + 9]! += y;
    sums[slot + 10]! += v;
    sums[slot + 11]! += v * v;
    sums[slot + 12]! += v * v * v;
    sums[slot + 13]! += v * p;
    sums[slot + 14]! += v * x;
    sums[slot + 15]! += v * y;
    sums[slot + 16]! += p * y;
    sums[slot + 17]! += x * y;
  }
}
