/** What of a comparison is no exact count: nothing where all columns were kept. */
export type Approximation = {
  /** The futures that constants were taken from: the first of the run. */
  readonly constantsFromPaths: number;
  /** What is approximate; all values, and all intervals of a policy's own measures, are exact. */
  readonly approximate: string;
  /**
   * How far an end of such an interval may lie off, as a share of the interval's length; or by a step between two
   * futures' amounts, where those lie on a grid. Held by a test against all columns.
   */
  readonly largestErrorShare: number;
};

/** Says what a tally with a pilot of so many futures leaves approximate. */
export function approximationOf(pilotPaths: number): Approximation {
  return {
    constantsFromPaths: pilotPaths,
    approximate:
      "95 % intervals of differences in quantiles, expected shortfalls, standard deviations and ratios",
    largestErrorShare: 0.05,
  };
}
