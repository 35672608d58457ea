import { startReasonsWorker } from "riskshare:reasons-worker";
import { problemText } from "../../engine/problem.ts";
import type { ExplainedPath } from "../../report/explained-path.ts";
import { shownCount } from "../../report/shown-number.ts";
import type { Described } from "../live/described.ts";
import type { LiveRequest, WrittenRuleset } from "../live/live-request.ts";
import { type Newest, openNewest } from "../newest.ts";
import { termProblem } from "../term-problem.ts";
import type {
  FlipsAnswer,
  FlipsRequest,
  FromReasons,
  FutureRequest,
  RunExample,
  ToReasons,
} from "./reasons-request.ts";

/** What the worker is at: `said` in words, empty where it waits. */
export type ReasonsState = { readonly phase: "waiting" | "telling" | "stopped"; readonly said: string };

/** The worker of a page that tells reasons, and what it answers. */
export type Reasons = {
  readonly describe: (request: LiveRequest) => Promise<Described>;
  /** Asks for a future; one not yet begun is dropped for a newer one. */
  readonly tell: (request: FutureRequest) => void;
  /** Gives up whatever the worker is at, even where it hangs: a new worker takes its place. */
  readonly stop: () => void;
  /** Asks for the last future again. */
  readonly resume: () => void;
  /** Futures as they are told. In a cell: `const told = reasons.futures()`. */
  readonly futures: Newest<ExplainedPath>["values"];
  /** Asks for the nearest changes that alter an answer. */
  readonly askFlips: (request: FlipsRequest) => void;
  readonly flips: Newest<FlipsAnswer | undefined>["values"];
  /** Runs the examples of a written ruleset on both roads. */
  readonly examples: (ruleset: WrittenRuleset) => Promise<readonly RunExample[]>;
  readonly states: Newest<ReasonsState>["values"];
};

/** A message without the number that it gets. */
type Unsent<T = ToReasons> = T extends ToReasons ? Omit<T, "id"> : never;
type Reply = {
  readonly resolve: (message: FromReasons) => void;
  readonly reject: (error: Error) => void;
};

const waiting: ReasonsState = { phase: "waiting", said: "" };

/** Opens the worker of a page. */
export function openReasons(): Reasons {
  const futures = openNewest<ExplainedPath>();
  const flips = openNewest<FlipsAnswer | undefined>();
  const states = openNewest<ReasonsState>();
  const replies = new Map<number, Reply>();
  const newest = new Map<ToReasons["kind"], number>();
  let ids = 0;
  let asked: FutureRequest | undefined;
  let worker = start();
  states.put(waiting);
  flips.put(undefined);

  function start(): Worker {
    const started = startReasonsWorker();
    started.onerror = (event) =>
      states.put({
        ...waiting,
        said: `The page’s worker failed: ${event.message || "no reason was given"}.`,
      });
    // What a worker that was stopped said before is no longer heard.
    started.onmessage = ({ data }: MessageEvent<FromReasons>) => {
      if (started === worker) hear(data);
    };
    return started;
  }

  function hear(message: FromReasons): void {
    const reply = replies.get(message.id);
    if (reply !== undefined) {
      replies.delete(message.id);
      return reply.resolve(message);
    }
    const isNewest = message.id === newest.get(message.kind === "flips" ? "flips" : "tell");
    if (message.kind === "flips") return isNewest ? flips.put(message.answer) : undefined;
    if (message.kind === "told") {
      if (isNewest) states.put(waiting);
      return futures.put(message.told);
    }
    if (message.kind === "progress") {
      const { done, of } = message;
      const said = `Looking for the future: ${shownCount(done)} of ${shownCount(of)} simulated…`;
      return isNewest ? states.put({ phase: "telling", said }) : undefined;
    }
    if (message.kind === "problems" || message.kind === "failed")
      states.put({ ...waiting, said: refusal(message) });
  }

  function post(message: Unsent): number {
    ids += 1;
    newest.set(message.kind, ids);
    worker.postMessage({ ...message, id: ids });
    return ids;
  }

  function replyTo(message: Unsent): Promise<FromReasons> {
    return new Promise((resolve, reject) => replies.set(post(message), { resolve, reject }));
  }

  function tell(request: FutureRequest): void {
    asked = request;
    states.put({ phase: "telling", said: "Looking for the future…" });
    post({ kind: "tell", request });
  }

  return {
    describe: async (request) => {
      const message = await replyTo({ kind: "describe", request });
      if (message.kind === "described") return message.described;
      throw new Error(refusal(message));
    },
    examples: async (request) => {
      const message = await replyTo({ kind: "examples", request });
      if (message.kind === "examples") return message.examples;
      throw new Error(refusal(message));
    },
    tell,
    stop: () => {
      worker.terminate();
      for (const { reject } of replies.values()) reject(new Error("it was stopped"));
      replies.clear();
      worker = start();
      if (states.now()?.phase === "telling") states.put({ phase: "stopped", said: "Stopped." });
    },
    resume: () => {
      if (asked !== undefined) tell(asked);
    },
    futures: futures.values,
    askFlips: (request) => {
      flips.put(undefined);
      post({ kind: "flips", request });
    },
    flips: flips.values,
    states: states.values,
  };
}

function refusal(message: FromReasons): string {
  if (message.kind === "problems")
    return message.problems.map((one) => problemText(termProblem(one))).join("\n");
  return message.kind === "failed" ? message.message : "no answer";
}
