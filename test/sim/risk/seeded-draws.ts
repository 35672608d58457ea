import seedrandom from "seedrandom";

/** Draws for tests, all from one named stream. */
export type Draws = {
  uniform(): number;
  normal(): number;
  exponential(): number;
  poisson(mean: number): number;
  chance(probability: number): number;
};

export function seededDraws(seed: string): Draws {
  const next = seedrandom.alea(seed);
  const uniform = () => next.double();
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    exponential: () => 0 - Math.log(1 - uniform()),
    poisson(mean) {
      const limit = Math.exp(-mean);
      let count = 0;
      for (let product = uniform(); product > limit; product *= uniform()) count++;
      return count;
    },
    chance: (probability) => (uniform() < probability ? 1 : 0),
  };
}
