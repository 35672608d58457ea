import type { Problem } from "../../engine/problem.ts";
import type { MarginBins } from "../../report/charts/margin-bins.ts";
import type { Comparison } from "../../report/comparison.ts";
import type { RulesetWords } from "../../report/rule-words.ts";
import type { Basis } from "../../sim/basis.ts";
import type { CashBands } from "../../sim/cash-months.ts";
import type { PolicySpec } from "../../sim/scenario-schema.ts";
import type { Setting } from "../../sim/settings.ts";
import type { Described } from "./described.ts";

/** A ruleset or a decision table as someone wrote it, with a name for problems. */
export type WrittenRuleset = { readonly name: string; readonly text: string };

/** A written ruleset read: in words, or what is wrong with it. */
export type ReadRuleset =
  | {
      readonly id: string;
      readonly kind: string;
      readonly words: RulesetWords;
      readonly problems: readonly [];
    }
  | { readonly words?: undefined; readonly problems: readonly Problem[] };

/** A scenario: a shipped one by its name, or a text with its rulesets, each text one ruleset in JSON. */
export type ScenarioSource =
  | { readonly shipped: string }
  | {
      readonly name: string;
      readonly text: string;
      readonly format: "yaml" | "json";
      readonly rulesets?: readonly WrittenRuleset[];
    };

/** What a live run is asked: everything that its answer depends on, as plain data. */
export type LiveRequest = {
  readonly source: ScenarioSource;
  /** Policies written in the page, beside those of the scenario. */
  readonly added?: readonly PolicySpec[];
  /** Ids of the policies to compare, 1 to 4 of them for a lively page; differences are from the first. All if left out. */
  readonly policies?: readonly string[];
  /** Values of parameters, as `--set` gives them. */
  readonly settings?: readonly Setting[];
  readonly variant?: string;
  /** `same-unit-prices` if left out. */
  readonly basis?: Basis;
  /** The scenario's own if left out. */
  readonly seed?: string;
  /** Futures of the first answer (5,120 if left out) and of the last one (200,000), which is as many as are allowed. */
  readonly paths?: { readonly first?: number; readonly last?: number };
  /** Is the cash of each month kept? Yes if left out; no saves memory where many policies are compared. */
  readonly cash?: boolean;
};

/** What charts and tables are drawn from. Everything in it has the same policies in the same order. */
export type LiveAnswer = {
  readonly request: LiveRequest;
  /** What `riskshare compare --json` prints for the same scenario, seed and paths; money in pounds. */
  readonly comparison: Comparison;
  /** Cash at month ends: by policy the quantiles at `cashShares`, of the first futures. */
  readonly cash: readonly CashBands[];
  /** The margins of all futures, in bins. */
  readonly margins: MarginBins;
  readonly paths: number;
  /** Futures of the last answer to this request. */
  readonly last: number;
};

/** The shares of futures at which cash is told: the bands of a fan chart and the middle. */
export const cashShares = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** What the page says to the worker. */
export type ToWorker =
  | { readonly kind: "ask"; readonly id: number; readonly request: LiveRequest }
  | { readonly kind: "describe"; readonly id: number; readonly request: LiveRequest }
  | { readonly kind: "write"; readonly id: number; readonly request: LiveRequest }
  | { readonly kind: "read"; readonly id: number; readonly ruleset: WrittenRuleset }
  | { readonly kind: "stop" };

/** What the worker says to the page; `id` is that of what it answers. */
export type FromWorker =
  | { readonly kind: "answer"; readonly id: number; readonly answer: LiveAnswer }
  | { readonly kind: "progress"; readonly id: number; readonly done: number; readonly of: number }
  | { readonly kind: "stopped"; readonly id: number }
  | { readonly kind: "problems"; readonly id: number; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly id: number; readonly message: string }
  | { readonly kind: "described"; readonly id: number; readonly described: Described }
  | { readonly kind: "read"; readonly id: number; readonly read: ReadRuleset }
  | { readonly kind: "written"; readonly id: number; readonly text: string };
