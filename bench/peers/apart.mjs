/** The measures that every peer gives. */
export const compared = ["probabilityOfLoss", "meanMargin", "meanPeakFunding"];
/** How far apart two peers may lie: 4 standard errors of the difference of independent samples. */
export const mostErrors = 4;

/** How far a peer's answers lie from riskshare's, in standard errors of their difference. */
export function apartOf(ours, theirs, paths) {
  return ours.flatMap((policy, p) =>
    compared.map((measure) => {
      const { value, se } = policy[measure];
      const other = theirs[p][measure]?.value ?? theirs[p][measure];
      // Of a rare event one sample may hold none: the error is that of both samples together.
      const both = (value + other) / 2;
      const error = measure.startsWith("probability") ? Math.sqrt((both * (1 - both)) / paths) : se;
      return { policy: p, measure, errors: value === other ? 0 : (value - other) / (error * Math.SQRT2) };
    }),
  );
}
