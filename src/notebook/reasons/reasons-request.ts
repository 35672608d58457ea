import type { Flip } from "../../engine/cases/nearest-flips.ts";
import type { Problem } from "../../engine/problem.ts";
import type { Example } from "../../engine/ruleset.ts";
import type { ExplainedPath } from "../../report/explained-path.ts";
import type { Described } from "../live/described.ts";
import type { LiveRequest, WrittenRuleset } from "../live/live-request.ts";

/** One future to be told: of which scenario, under which policy, chosen by its number or by a quantile of the margin. */
export type FutureRequest = Pick<LiveRequest, "source" | "added" | "seed" | "variant" | "basis"> & {
  /** The id of the policy. */
  readonly policy: string;
  readonly choice:
    | { readonly path: number; readonly at?: undefined }
    | { readonly at: number; readonly path?: undefined };
  /** The place of the contract that is told, from 0, where a scenario has several. */
  readonly contract?: number;
};

/** A case of a shipped ruleset, of which the nearest changes that alter the answer are wanted. */
export type FlipsRequest = { readonly ruleset: string; readonly example: Example };
/** An example of a ruleset run on both roads. */
export type RunExample = {
  readonly name: string;
  /** What it expects, in words, and why. */
  readonly expected: string;
  /** What differs, with what was found; nothing where it holds. */
  readonly problems: readonly Problem[];
};

export type FlipsAnswer = { readonly request: FlipsRequest; readonly flips: readonly Flip[] };

/** What the page says to the worker. */
export type ToReasons =
  | { readonly kind: "describe"; readonly id: number; readonly request: LiveRequest }
  | { readonly kind: "tell"; readonly id: number; readonly request: FutureRequest }
  | { readonly kind: "flips"; readonly id: number; readonly request: FlipsRequest }
  | { readonly kind: "examples"; readonly id: number; readonly request: WrittenRuleset };

/** What the worker says to the page; `id` is that of what it answers. */
export type FromReasons =
  | { readonly kind: "described"; readonly id: number; readonly described: Described }
  | { readonly kind: "progress"; readonly id: number; readonly done: number; readonly of: number }
  | { readonly kind: "examples"; readonly id: number; readonly examples: readonly RunExample[] }
  | { readonly kind: "told"; readonly id: number; readonly told: ExplainedPath }
  | { readonly kind: "flips"; readonly id: number; readonly answer: FlipsAnswer }
  | { readonly kind: "problems"; readonly id: number; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
