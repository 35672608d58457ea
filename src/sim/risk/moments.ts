import { averageOf } from "./average.ts";

/** Mean, sample variance (divisor n − 1) and skewness (third central moment over variance to the 3/2). */
export type Moments = {
  readonly count: number;
  readonly mean: number;
  readonly variance: number;
  readonly skewness: number;
};

const BLOCK = 512;

/**
 * Gives mean, sample variance and skewness of a column in the column's own unit.
 * A column that never varies has exactly its value as mean and exactly 0 as variance and skewness.
 * Two passes, sums by blocks. Source: Chan, Golub and LeVeque 1983, doi:10.1080/00031305.1983.10483115.
 */
export function momentsOf(values: Float64Array): Moments {
  const count = values.length;
  const mean = averageOf(values);
  let residue = 0;
  let squares = 0;
  let cubes = 0;
  for (let start = 0; start < count; start += BLOCK) {
    const end = Math.min(start + BLOCK, count);
    let residueRun = 0;
    let squaresRun = 0;
    let cubesRun = 0;
    for (let place = start; place < end; place++) {
      const distance = values[place]! - mean;
      const square = distance * distance;
      residueRun += distance;
      squaresRun += square;
      cubesRun += square * distance;
    }
    residue += residueRun;
    squares += squaresRun;
    cubes += cubesRun;
  }
  const centred = Math.max(0, squares - (residue * residue) / count);
  const population = centred / count;
  const skewness = population > 0 ? cubes / count / (population * Math.sqrt(population)) : 0;
  return { count, mean, variance: count > 1 ? centred / (count - 1) : 0, skewness };
}
