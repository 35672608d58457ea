import type { Delay } from "./delay.ts";

/** One stage of outcomes that a history tells of. */
export type HistoryStage = {
  /** Its name in scenarios. */
  readonly id: string;
  readonly title: string;
  /** `starts`, or the stage that it follows. */
  readonly of: string;
  readonly delay: Delay;
  /** Was the delay stated, or is it what riskshare takes where nothing is? */
  readonly isStated: boolean;
};

/** What happened to one contract, month by month from its first. */
export type ContractHistory = {
  readonly name: string;
  /** Months as words, such as `2022-04`, or `month 3` where the file counts them. */
  readonly months: readonly string[];
  readonly indicative: readonly number[];
  readonly referrals: readonly number[];
  /** Starts by month, as far as they are known yet; empty where the file has none. */
  readonly starts: readonly number[];
  /** Outcomes by stage and month, as far as they are known yet. */
  readonly outcomes: ReadonlyMap<string, readonly number[]>;
};

/** A history as it was read, with what should be known of the reading. */
export type History = {
  readonly contracts: readonly ContractHistory[];
  readonly hasStarts: boolean;
  readonly stages: readonly HistoryStage[];
  readonly notes: readonly string[];
};
