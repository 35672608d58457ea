import type { Flip } from "../../engine/cases/nearest-flips.ts";
import type { Problem } from "../../engine/problem.ts";
import type { Example } from "../../engine/ruleset.ts";
import type { ExplainedPath } from "../../report/explained-path.ts";
import type { Described } from "../live/described.ts";
import type { LiveRequest } from "../live/live-request.ts";

/** One future to be told: of which scenario, under which policy, chosen by its number or by a quantile of the margin. */
export type FutureRequest = Pick<LiveRequest, "source" | "added" | "seed"> & {
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
export type FlipsAnswer = { readonly request: FlipsRequest; readonly flips: readonly Flip[] };

/** What the page says to the worker. */
export type ToReasons =
  | { readonly kind: "describe"; readonly id: number; readonly request: LiveRequest }
  | { readonly kind: "tell"; readonly id: number; readonly request: FutureRequest }
  | { readonly kind: "flips"; readonly id: number; readonly request: FlipsRequest };

/** What the worker says to the page; `id` is that of what it answers. */
export type FromReasons =
  | { readonly kind: "described"; readonly id: number; readonly described: Described }
  | { readonly kind: "told"; readonly id: number; readonly told: ExplainedPath }
  | { readonly kind: "flips"; readonly id: number; readonly answer: FlipsAnswer }
  | { readonly kind: "problems"; readonly id: number; readonly problems: readonly Problem[] }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };
