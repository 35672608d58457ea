import type { Problem } from "../../engine/problem.ts";

/** How far the live run is. */
export type LiveState = {
  readonly phase: "waiting" | "working" | "refining" | "done" | "stopped" | "problems" | "failed";
  /** Is the newest answer there is one to an earlier request, with this one ended or long at work? */
  readonly isOld: boolean;
  /** Futures done, and those of the last answer. */
  readonly done: number;
  readonly of: number;
  /** Futures that what is shown is of, where a run shows an answer while a larger one is at work; 0 for none. */
  readonly shown?: number;
  /** What is wrong with the request. */
  readonly problems: readonly Problem[];
  /** Why the run failed, where it did: not the reader's fault. */
  readonly message: string;
};
