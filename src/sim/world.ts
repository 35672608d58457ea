import type { Column } from "../engine/column.ts";

/** Outcomes of one stage reached in `month` by people who started in `start`; people, path by path. */
export type Cell = {
  readonly start: number;
  readonly month: number;
  /** Claimed and valid outcomes, and those of them that come without further provision. */
  readonly count: Column;
  readonly surviving: Column;
  /** All outcomes, claimed or not, and those of them that come without further provision. */
  readonly achieved: Column;
  readonly survivingAchieved: Column;
};

/** One outcome stage of a world. Place 0 of a list by month is month 1. */
export type StageWorld = {
  readonly id: string;
  readonly byMonth: readonly Column[];
  readonly achievedByMonth: readonly Column[];
  readonly cells: readonly (readonly Cell[])[];
};

/** What happens in one block of futures, before any terms: the same for all policies that share it. */
export type World = {
  readonly width: number;
  readonly referrals: readonly Column[];
  readonly refusedByProvider: readonly Column[];
  readonly beyondPlaces: readonly Column[];
  readonly suspended: readonly Column[];
  readonly ready: readonly Column[];
  readonly placesOpen: readonly Column[];
  readonly starts: readonly Column[];
  readonly stages: readonly StageWorld[];
  /** Declared drawn facts, by name and month. */
  readonly drawn: ReadonlyMap<string, readonly Column[]>;
  readonly costs: WorldCosts;
  /** The commissioner's budget of each financial year, in pence; 0 where none is stated. */
  readonly budget: Column;
};

/** The provider's costs while the contract runs, in pence. */
export type WorldCosts = {
  readonly setUp: readonly Column[];
  /** Posts and other fixed cost of the month. */
  readonly fixed: readonly Column[];
  readonly tracking: Column;
  readonly perReferral: Column;
  readonly perStart: Column;
  readonly perOutcome: ReadonlyMap<string, Column>;
  /** What a month of notice costs after an end in this month, and how many such months follow. */
  readonly unavoidable: readonly Column[];
  readonly noticeMonths: readonly number[];
  readonly onEarlyEnd: Column;
  /** Posts let go before their time because too few were referred; an early end is not counted. */
  readonly postsReleased: Column;
};
