import type { Moments } from "../risk/moments.ts";

/** Gives moments from a count and the sums of a distance from `centre`, its square and its cube. */
export function momentsFrom(
  count: number,
  centre: number,
  first: number,
  second: number,
  third: number,
): Moments {
  const shift = first / count;
  const population = Math.max(0, second / count - shift * shift);
  const cubes = third / count - 3 * shift * (second / count) + 2 * shift * shift * shift;
  return {
    count,
    mean: centre + shift,
    variance: count > 1 ? (population * count) / (count - 1) : 0,
    skewness: population > 0 ? cubes / (population * Math.sqrt(population)) : 0,
  };
}

/** The constants of an influence A × p − C × x, as the whole sample gives them. */
export type InfluenceConstants = { readonly a: number; readonly c: number };

/** Gives the moments of an influence from its nine sums (`singleSums`): exact, whatever the pilot's constants were. */
export function influenceMoments(count: number, sums: Float64Array, { a, c }: InfluenceConstants): Moments {
  const [p, x, pp, px, xx, ppp, ppx, pxx, xxx] = sums as unknown as number[];
  const first = a * p! - c * x!;
  const second = a * a * pp! - 2 * a * c * px! + c * c * xx!;
  const third = a * a * a * ppp! - 3 * a * a * c * ppx! + 3 * a * c * c * pxx! - c * c * c * xxx!;
  return momentsFrom(count, 0, first, second, third);
}

/** An influence on one side of a difference: its nine sums and its constants. */
export type InfluenceSide = { readonly sums: Float64Array; readonly constants: InfluenceConstants };
