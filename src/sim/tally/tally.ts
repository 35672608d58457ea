/** What is left of some futures: sums, and for each window the values that fell into it. */
export type Tally = {
  readonly sums: Float64Array;
  readonly kept: readonly KeptValues[];
};

/** Values and how often each came, in ascending order of the values. */
export type KeptValues = { readonly values: Float64Array; readonly counts: Float64Array };
