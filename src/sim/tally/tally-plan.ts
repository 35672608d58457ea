import type { ChanceEvent } from "../risk/metric.ts";
import type { InfluenceParts } from "./influence-parts.ts";
import { pairCubes, pairSums, singleSums } from "./influence-sums.ts";
import { tailPairSums } from "./tail-pair.ts";

/**
 * Blocks whose sums make one group. Groups are merged in their order, so that no division moves a bit; their 8,192 paths
 * can be counted in 16 bits.
 */
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
  | {
      readonly kind: "influence";
      readonly measure: string;
      readonly places: readonly number[];
      readonly parts: InfluenceParts;
    }
  /** What `pairSums` says of the parts of two influences, and `pairCubes` where the pilot's constants are rough. */
  | {
      readonly kind: "influencePair";
      readonly places: readonly number[];
      readonly a: number;
      readonly b: number;
      readonly cubes: boolean;
    }
  | ClassesSpec
  | TailSpec
  | TailPairSpec
  | JointSpec
  /** The counts of paths on which a is higher, and on which it is lower. */
  | { readonly kind: "better"; readonly places: readonly [number, number] }
  /** Counts of margins in bins of one width; those beyond the ends are in the end bins. */
  | { readonly kind: "margins"; readonly places: readonly [number]; readonly bins: MarginLayout };

/** The count of each class of a column by its bounds (`value-classes.ts`). Values in a window are kept. */
export type ClassesSpec = {
  readonly kind: "classes";
  readonly places: readonly [number];
  readonly bounds: Float64Array;
  readonly windows: readonly WindowSpec[];
};

/** Of what lies below an edge (`sign` −1) or above it (1): the sums of the distance from it, its square and its cube. */
export type TailSpec = {
  readonly kind: "tail";
  readonly places: readonly [number];
  readonly sign: 1 | -1;
  readonly edge: number;
};

/**
 * Two tails, −values under `sign` −1: of each pair of thresholds what `tail-pair.ts` says of p = factor × the excess over
 * the threshold and x = 1 where there is one, and of q and y of the other column.
 */
export type TailPairSpec = {
  readonly kind: "tailPair";
  readonly places: readonly [number, number];
  readonly sign: 1 | -1;
  readonly factor: number;
  readonly thresholds: readonly (readonly [number, number])[];
};

/** Values of the classes from `from` to `to` are kept; `kept` says which of the tally's kept values are theirs. */
export type WindowSpec = { readonly from: number; readonly to: number; readonly kept: number };

/**
 * The count of each pair of classes of two columns round a quantile of each: `a` and `b` are the tasks of their classes,
 * `first` and `last` the outermost classes, into which all beyond them fall. At the end the count of blocks in which the
 * columns differ.
 */
export type JointSpec = {
  readonly kind: "joint";
  readonly places: readonly [number, number];
  readonly a: number;
  readonly b: number;
  readonly first: readonly [number, number];
  readonly last: readonly [number, number];
};

/** Bins of one width in pounds: the first begins at `first` × `width`. */
export type MarginLayout = { readonly width: number; readonly first: number; readonly count: number };

/** Whole counts are added to a group at once; what a block sums stands apart until then, so that a twin can take it. */
export function isCounted(kind: TaskSpec["kind"]): boolean {
  return kind === "classes" || kind === "joint" || kind === "margins";
}

/** The number of sums that a task takes. */
export function slotsOf(spec: TaskSpec): number {
  switch (spec.kind) {
    case "classes":
      return 2 * spec.bounds.length + 1;
    case "joint":
      return (spec.last[0] - spec.first[0] + 1) * (spec.last[1] - spec.first[1] + 1) + 1;
    case "influencePair":
      return spec.cubes ? pairSums + pairCubes : pairSums;
    case "tailPair":
      return spec.thresholds.length * tailPairSums;
    case "margins":
      return spec.bins.count;
    default:
      return slotsOfKind[spec.kind];
  }
}

const slotsOfKind = {
  powers: 4,
  difference: 3,
  chance: 1,
  chancePair: 2,
  tail: 3,
  influence: singleSums,
  better: 2,
} as const;

/** The number of windows of all tasks. */
export function windowsOf(tasks: readonly TallyTask[]): number {
  return tasks.reduce((sum, task) => sum + (task.kind === "classes" ? task.windows.length : 0), 0);
}
