/** A fitted number with its 95 % interval. */
export type Interval = { readonly value: number; readonly low: number; readonly high: number };
