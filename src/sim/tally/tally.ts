/** What is left of some futures: sums, counts, and for each window the values that fell into it. */
export type Tally = {
  readonly sums: Float64Array;
  /** Behind the sums; a group has too few futures to pass what they hold. */
  readonly counts: Uint16Array;
  readonly kept: readonly KeptValues[];
};

/** Values and how often each came: each once where they come in any order and without counts. */
export type KeptValues = { readonly values: Float64Array; readonly counts?: Float64Array };

/** Values in ascending order, and how often each came. */
export type CountedValues = Required<KeptValues>;

/** What many groups left: their sums, with the counts behind them. */
export type WholeTally = { readonly sums: Float64Array; readonly kept: readonly CountedValues[] };
