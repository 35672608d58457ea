import type { BoundRule } from "./bound-requirement.ts";
import type { OfferColumns } from "./offer-columns.ts";

/** A ruleset to be asked of the offers marked in `asked`, with the facts that it reads. */
export type RuleQuestion = {
  readonly rule: BoundRule;
  readonly columns: OfferColumns;
  readonly asked: Uint8Array;
  /** Is a criterion asked once more, of 100 points in place of its own? What it then says is told to nobody. */
  readonly isOfHundred?: boolean;
};

/** What a ruleset gave, offer by offer; nothing is promised of offers that were not asked about. */
export type RuleAnswers = {
  /** A number under an output: points, or 1 where a verdict holds and 0 where not. */
  readonly value: (output: string, offer: number) => number;
  /** The names of the rules that decided, in file order: those that held, and under first and priority that counted. */
  readonly decided: (offer: number) => readonly string[];
};
