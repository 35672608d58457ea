import { startReasonsWorker } from "riskshare:reasons-worker";
import { problemText } from "../../engine/problem.ts";
import type { ExplainedPath } from "../../report/explained-path.ts";
import type { Described } from "../live/described.ts";
import type { LiveRequest } from "../live/live-request.ts";
import { type Newest, openNewest } from "../newest.ts";
import { termProblem } from "../term-problem.ts";
import type { FlipsAnswer, FlipsRequest, FromReasons, FutureRequest, ToReasons } from "./reasons-request.ts";

/** The worker of a page that tells reasons, and what it answers. */
export type Reasons = {
  readonly describe: (request: LiveRequest) => Promise<Described>;
  /** Asks for a future; one not yet begun is dropped for a newer one. */
  readonly tell: (request: FutureRequest) => void;
  /** Futures as they are told. In a cell: `const told = reasons.futures()`. */
  readonly futures: Newest<ExplainedPath>["values"];
  /** Asks for the nearest changes that alter an answer. */
  readonly askFlips: (request: FlipsRequest) => void;
  readonly flips: Newest<FlipsAnswer | undefined>["values"];
  /** What the worker is at, in words; empty where it waits. */
  readonly states: Newest<string>["values"];
};

/** Opens the worker of a page. */
export function openReasons(): Reasons {
  const futures = openNewest<ExplainedPath>();
  const flips = openNewest<FlipsAnswer | undefined>();
  const states = openNewest<string>();
  const replies = new Map<number, { resolve: (d: Described) => void; reject: (error: Error) => void }>();
  const newest = new Map<ToReasons["kind"], number>();
  let ids = 0;
  states.put("");
  flips.put(undefined);
  const worker = startReasonsWorker();
  worker.onerror = (event) =>
    states.put(`The page’s worker failed: ${event.message || "no reason was given"}.`);
  worker.onmessage = ({ data }: MessageEvent<FromReasons>) => {
    const reply = replies.get(data.id);
    replies.delete(data.id);
    if (data.kind === "described") return reply?.resolve(data.described);
    if (data.kind === "told") {
      if (data.id === newest.get("tell")) states.put("");
      return futures.put(data.told);
    }
    if (data.kind === "flips") return data.id === newest.get("flips") ? flips.put(data.answer) : undefined;
    const said =
      data.kind === "problems"
        ? data.problems.map((one) => problemText(termProblem(one))).join("\n")
        : data.message;
    if (reply) reply.reject(new Error(said));
    else states.put(said);
  };
  const post = (message: ToReasons) => {
    newest.set(message.kind, message.id);
    worker.postMessage(message);
  };
  return {
    describe: (request) =>
      new Promise((resolve, reject) => {
        ids += 1;
        replies.set(ids, { resolve, reject });
        post({ kind: "describe", id: ids, request });
      }),
    tell: (request) => {
      ids += 1;
      states.put("Looking for the future…");
      post({ kind: "tell", id: ids, request });
    },
    futures: futures.values,
    askFlips: (request) => {
      ids += 1;
      flips.put(undefined);
      post({ kind: "flips", id: ids, request });
    },
    flips: flips.values,
    states: states.values,
  };
}
