import type { ChanceEvent } from "../risk/metric.ts";
import type { InfluenceParts } from "./influence-parts.ts";

/** Blocks whose sums make one group. Groups are merged in their order, so that no division moves a bit. */
export const blocksOfGroup = 16;

/**
 * What a tally sums, as plain data that a worker takes as it is. Made from the pilot, the first futures, whose columns
 * are known: they give the centres that sums are taken round, and the windows that quantiles are looked for in.
 *
 * A place is a column of one policy: policy × (ledger columns + derived columns) + column.
 */
export type TallyPlan = {
  readonly policies: number;
  /** Names of the ledger's columns, as a block gives them. */
  readonly columns: readonly string[];
  readonly derived: readonly DerivedSpec[];
  /** Columns that never vary in the pilot; where a block agrees, there is nothing to sum. */
  readonly steady: readonly { readonly place: number; readonly value: number }[];
  /** Columns that equal an earlier one in the pilot; where a block agrees, its sums are the same. */
  readonly alike: readonly { readonly place: number; readonly to: number }[];
  readonly tasks: readonly TallyTask[];
  /** Numbers in all sums together. */
  readonly slots: number;
};

/** A column worked out in each block: one that measures know by name, or one less a share of another. */
export type DerivedSpec =
  | { readonly kind: "named"; readonly name: string }
  | {
      readonly kind: "lessShare";
      readonly name: string;
      readonly column: string;
      readonly share: number;
      readonly less: string;
    };

/** One thing that is summed. Every sum is a sum over futures, so that tallies are merged by adding. */
export type TallyTask = TaskSpec & {
  /** Where its sums begin. */
  readonly slot: number;
  /** An earlier task that does the same with what were the same columns in the pilot. */
  readonly twin: number | undefined;
};

/** `places`: the columns read. `a` and `b`: tasks of the policy and of the first policy, by their place in the list. */
export type TaskSpec =
  /** d, d², d³ for d = x − centre; and the count of x < 0. */
  | { readonly kind: "powers"; readonly places: readonly [number]; readonly centre: number }
  /** D, D², D³ for D = (a − its centre) − (b − its centre). */
  | {
      readonly kind: "difference";
      readonly places: readonly [number, number];
      readonly centres: readonly [number, number];
    }
  /** The count of paths on which the event happens in any of the columns: below 0, or above `limit`. */
  | {
      readonly kind: "chance";
      readonly places: readonly number[];
      readonly event: ChanceEvent;
      readonly limit: number;
    }
  /** The counts of paths on which only a, and only b, happens. */
  | {
      readonly kind: "chancePair";
      readonly places: readonly number[];
      readonly a: number;
      readonly b: number;
    }
  /** What `singleSums` says of the parts of an influence. */
  | { readonly kind: "influence"; readonly places: readonly number[]; readonly parts: InfluenceParts }
  /** What `pairSums` says of the parts of two influences. */
  | {
      readonly kind: "influencePair";
      readonly places: readonly number[];
      readonly a: number;
      readonly b: number;
    }
  | WindowSpec
  | JointSpec
  /** The counts of paths on which a is higher, and on which it is lower. */
  | { readonly kind: "better"; readonly places: readonly [number, number] }
  /** Counts of margins in bins of one width; those beyond the ends are in the end bins. */
  | { readonly kind: "margins"; readonly places: readonly [number]; readonly bins: MarginLayout };

/**
 * Values from `low` to `high` are kept with their counts; of those below `low` the count is summed. `tail` −1: also the
 * count, the distance from `low`, its square and its cube of those below; 1: the same of those above `high`.
 */
export type WindowSpec = {
  readonly kind: "window";
  readonly places: readonly [number];
  readonly low: number;
  readonly high: number;
  readonly tail: -1 | 0 | 1;
  /** Which of the tally's kept values are this window's. */
  readonly kept: number;
};

/**
 * Paths on which two columns lie beyond (sign × value < sign × threshold) or on a threshold each: both beyond, a beyond
 * and b on, a on and b beyond, both on; and the count of paths on which the columns differ.
 */
export type JointSpec = {
  readonly kind: "joint";
  readonly places: readonly [number, number];
  readonly thresholds: readonly [number, number];
  readonly sign: 1 | -1;
};

/** Bins of one width in pounds: the first begins at `first` × `width`. */
export type MarginLayout = { readonly width: number; readonly first: number; readonly count: number };

/** The number of sums that a task takes. */
export function slotsOf(spec: TaskSpec): number {
  return spec.kind === "margins" ? spec.bins.count : slotsOfKind[spec.kind];
}

const slotsOfKind = {
  powers: 4,
  difference: 3,
  chance: 1,
  chancePair: 2,
  influence: 9,
  influencePair: 8,
  window: 5,
  joint: 5,
  better: 2,
} as const;
