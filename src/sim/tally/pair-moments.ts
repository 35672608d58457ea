import type { Moments } from "../risk/moments.ts";
import { pairSums } from "./influence-sums.ts";
import { type InfluenceConstants, momentsFrom } from "./tallied-moments.ts";

/** An influence on one side of a difference: its nine sums and its constants. */
export type InfluenceSide = { readonly sums: Float64Array; readonly constants: InfluenceConstants };

/**
 * Gives the moments of the difference of two influences from their own sums and those of the pair (`pairSums`).
 * The variance is exact. So is the skewness where `pairCubes` stand behind the pair's sums; else it is that with the
 * pilot's constants.
 */
export function pairMoments(
  count: number,
  pair: Float64Array,
  one: InfluenceSide,
  other: InfluenceSide,
): Moments {
  const [v, vv, vvv, vp, vx, vy, py, xy] = pair as unknown as number[];
  const [p, x, pp, px, xx] = one.sums as unknown as number[];
  const [, y, , , yy] = other.sums as unknown as number[];
  // With v = p − q, the difference A p − C x − (B q − D y) is B v + (A − B) p − C x + D y.
  const { a: B, c: D } = other.constants;
  const weights = [B, one.constants.a - B, 0 - one.constants.c, D];
  const means = [v!, p!, x!, y!].map((sum) => sum / count);
  const products = [
    [vv!, vp!, vx!, vy!],
    [vp!, pp!, px!, py!],
    [vx!, px!, xx!, xy!],
    [vy!, py!, xy!, yy!],
  ];
  const mean = weights.reduce((sum, weight, i) => sum + weight * means[i]!, 0);
  let covariances = 0;
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++)
      covariances += weights[i]! * weights[j]! * (products[i]![j]! / count - means[i]! * means[j]!);
  const population = Math.max(0, covariances);
  const cubes = pair.length > pairSums ? cubesOf(pair, one, other) : undefined;
  const skewness =
    cubes === undefined
      ? momentsFrom(count, 0, v!, vv!, vvv!).skewness
      : centralCube(cubes, weights, count, mean, population) / (population * Math.sqrt(population));
  return {
    count,
    mean,
    variance: count > 1 ? (population * count) / (count - 1) : 0,
    skewness: population > 0 ? skewness : 0,
  };
}

/** Sums of the third degree by their letters in the order v, p, x, y, as 0 to 3. */
function cubesOf(pair: Float64Array, one: InfluenceSide, other: InfluenceSide): ReadonlyMap<string, number> {
  const letters = "001 002 003 011 012 013 022 023 033 113 123 133 223 233".split(" ");
  return new Map([
    ["000", pair[2]!],
    ...letters.map((name, k) => [name, pair[pairSums + k]!] as const),
    ...["111", "112", "122", "222"].map((name, k) => [name, one.sums[5 + k]!] as const),
    ["333", other.sums[8]!],
  ]);
}

function centralCube(
  cubes: ReadonlyMap<string, number>,
  weights: readonly number[],
  count: number,
  mean: number,
  population: number,
): number {
  let raw = 0;
  for (let i = 0; i < 4; i++)
    for (let j = 0; j < 4; j++)
      for (let k = 0; k < 4; k++) {
        const name = [i, j, k].sort().join("");
        raw += (weights[i]! * weights[j]! * weights[k]! * cubes.get(name)!) / count;
      }
  return raw - 3 * mean * population - mean * mean * mean;
}
