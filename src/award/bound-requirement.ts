import type { Contract } from "../engine/contract.ts";
import type { Ruleset } from "../engine/ruleset.ts";
import type { Hundredths } from "./marks.ts";
import type { Requirement } from "./requirement-schema.ts";

/** A ruleset with its parameters, bound for the judging of offers. */
export type BoundRule = { readonly ruleset: Ruleset; readonly contract: Contract };

/** What is scored by one ruleset: a criterion without parts, or a part of one. */
export type Leaf = BoundRule & {
  readonly id: string;
  readonly title: string;
  /** The criterion that it is, or is a part of. */
  readonly criterion: string;
  readonly marks: Hundredths;
  /** The most points that the ruleset may give, in hundredths. */
  readonly outOf: Hundredths;
  readonly ratingTop: number;
  /** Does the ruleset read a rating, so that every offer needs one? */
  readonly isRated: boolean;
  /** Does the ruleset read what a simulation says of the offer? */
  readonly isSimulated: boolean;
  readonly assessed: string | undefined;
  readonly kind: "quality" | "price";
};

/** A criterion with its marks and what is scored under it. */
export type BoundCriterion = {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly marks: Hundredths;
  readonly leaves: readonly Leaf[];
};

/** A requirement whose rules have been looked up: what an award runs on. */
export type BoundRequirement = {
  readonly requirement: Requirement;
  /** In the order in which they run: gates, minimum quality, prices to be explained. */
  readonly checks: readonly BoundRule[];
  readonly criteria: readonly BoundCriterion[];
  readonly leaves: readonly Leaf[];
  /** Tie-breaks in order, ending in the lot. */
  readonly tieBreaks: readonly string[];
  /** Facts beyond the dictionary that rules of its own read from offers. */
  readonly answers: readonly string[];
};
