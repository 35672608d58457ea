import { startLiveWorker } from "riskshare:live-worker";
import type { Problem } from "../../engine/problem.ts";
import { type Newest, openNewest } from "../newest.ts";
import type { Described } from "./described.ts";
import type {
  FromWorker,
  LiveAnswer,
  LiveRequest,
  ReadRuleset,
  ToWorker,
  WrittenRuleset,
} from "./live-request.ts";
import type { LiveState } from "./live-state.ts";

/** The one worker of a page, and what it answers. */
export type LiveRun = {
  /** Asks for an answer: coarse first, then more exact ones. A request not yet begun is dropped for a newer one. */
  readonly ask: (request: LiveRequest) => void;
  /** Stops refining; a worker that does not listen within a second is ended, and a new one takes its place. */
  readonly stop: () => void;
  /** Goes on with the last request. */
  readonly resume: () => void;
  /** The newest answer; undefined before the first. */
  readonly newest: () => LiveAnswer | undefined;
  /** The newest answer to the last request; undefined until it has one. */
  readonly current: () => LiveAnswer | undefined;
  /** Answers as they come. In a cell: `const answer = live.answers()`. */
  readonly answers: Newest<LiveAnswer>["values"];
  /** In a cell: `const state = live.states()`. */
  readonly states: Newest<LiveState>["values"];
  /** What a page needs to know of a scenario; rejects with `ScenarioProblems` where it cannot be read. */
  readonly describe: (request: LiveRequest) => Promise<Described>;
  /** What is wrong with a request; nothing where it can be run. */
  readonly check: (request: LiveRequest) => Promise<readonly Problem[]>;
  /** The scenario with the page's policies in it, as a file for the command line. */
  readonly write: (request: LiveRequest) => Promise<string>;
  /** A written ruleset in words, or what is wrong with it. */
  readonly read: (ruleset: WrittenRuleset) => Promise<ReadRuleset>;
};

/** A message that waits for its reply, without the number that it gets. */
type Unsent =
  | { readonly kind: "describe" | "write"; readonly request: LiveRequest }
  | { readonly kind: "read"; readonly ruleset: WrittenRuleset };

const idle: LiveState = { phase: "waiting", isOld: false, done: 0, of: 0, problems: [], message: "" };
const patienceMs = 1000;
/** How long an older answer may stand unmarked: longer than any move of a lever takes. */
const oldAfterMs = 1000;

/** A scenario that cannot be read, with everything that is wrong with it in `problems`. */
export type ScenarioProblems = Error & { readonly problems: readonly Problem[] };

/** Opens the live run of a page: one worker, kept for as long as the page is open. */
export function openLiveRun(): LiveRun {
  const answers = openNewest<LiveAnswer>();
  const states = openNewest<LiveState>();
  const replies = new Map<
    number,
    { resolve: (message: FromWorker) => void; reject: (error: Error) => void }
  >();
  let ids = 0;
  let asked: { readonly id: number; readonly request: LiveRequest } | undefined;
  let answered = 0;
  let ageing: ReturnType<typeof setTimeout> | undefined;
  let impatience: ReturnType<typeof setTimeout> | undefined;
  let worker = start();
  states.put(idle);

  const change = (to: Partial<LiveState>) => {
    const isOver = ["stopped", "problems", "failed"].includes(to.phase ?? "");
    if (isOver) clearTimeout(ageing);
    states.put({ ...(states.now() ?? idle), ...to, ...(isOver && { isOld: isBehind() }) });
  };
  /** Has the last request no answer, while an older one has? */
  const isBehind = () => answered !== 0 && answered !== asked?.id;

  function start(): Worker {
    const started = startLiveWorker();
    started.onmessage = ({ data }: MessageEvent<FromWorker>) => hear(data);
    started.onerror = (event) => {
      change({ phase: "failed", message: event.message || "the worker could not be started" });
    };
    return started;
  }

  function post(message: ToWorker): void {
    worker.postMessage(message);
  }

  function hear(message: FromWorker): void {
    const reply = replies.get(message.id);
    if (reply !== undefined) {
      replies.delete(message.id);
      return reply.resolve(message);
    }
    if (message.kind === "stopped") calm();
    if (message.kind === "answer") {
      const { paths, last, comparison } = message.answer;
      tell("riskshare:answer", { id: message.id, paths, elapsedMs: comparison.elapsedMs });
      answered = message.id;
      // An answer to an older request is still the newest that there is to show.
      answers.put(message.answer);
      if (message.id !== asked?.id) return;
      clearTimeout(ageing);
      if (states.now()?.phase === "stopped") return change({ isOld: false, done: paths, of: last });
      return change({ isOld: false, phase: paths < last ? "refining" : "done", done: paths, of: last });
    }
    if (message.id !== asked?.id) return;
    if (message.kind === "progress" && states.now()?.phase !== "stopped")
      change({
        // What the charts show is refined once there is a first answer.
        phase: answered === asked.id ? "refining" : "working",
        done: Math.max(message.done, states.now()?.done ?? 0),
        of: message.of,
      });
    if (message.kind === "problems") change({ phase: "problems", problems: message.problems });
    if (message.kind === "failed") change({ phase: "failed", message: message.message });
  }

  /** Ends a worker that does not listen. What was asked meanwhile is asked of the new one. */
  function replace(): void {
    calm();
    worker.terminate();
    for (const { reject } of replies.values()) reject(new Error("the run was stopped"));
    replies.clear();
    worker = start();
    if (asked !== undefined && states.now()?.phase === "working") post({ kind: "ask", ...asked });
  }

  function calm(): void {
    clearTimeout(impatience);
    impatience = undefined;
  }

  function ask(request: LiveRequest): void {
    ids += 1;
    asked = { id: ids, request };
    clearTimeout(ageing);
    ageing = setTimeout(() => isBehind() && change({ isOld: true }), oldAfterMs);
    change({ phase: "working", done: 0, of: 0, problems: [], message: "" });
    tell("riskshare:ask", { id: ids });
    post({ kind: "ask", id: ids, request });
  }

  function replyTo(message: Unsent): Promise<FromWorker> {
    ids += 1;
    const id = ids;
    return new Promise((resolve, reject) => {
      replies.set(id, { resolve, reject });
      post({ ...message, id });
    });
  }

  return {
    ask,
    stop: () => {
      const { phase } = states.now() ?? idle;
      const isRunning = phase === "working" || phase === "refining";
      // A text that is read for ever holds the worker up as a run does.
      if (!isRunning && replies.size === 0) return;
      // Futures of a first answer that did not come are nothing that was shown.
      if (isRunning) change({ phase: "stopped", ...(answered !== asked?.id && { done: 0 }) });
      post({ kind: "stop" });
      impatience ??= setTimeout(replace, patienceMs);
    },
    resume: () => {
      if (asked !== undefined) ask(asked.request);
    },
    newest: answers.now,
    current: () => (answered === asked?.id ? answers.now() : undefined),
    answers: answers.values,
    states: states.values,
    describe: async (request) => {
      const message = await replyTo({ kind: "describe", request });
      if (message.kind === "described") return message.described;
      throw refusal(message);
    },
    check: async (request) => {
      const message = await replyTo({ kind: "describe", request });
      if (message.kind === "problems") return message.problems;
      if (message.kind === "described") return [];
      throw refusal(message);
    },
    write: async (request) => {
      const message = await replyTo({ kind: "write", request });
      if (message.kind === "written") return message.text;
      throw refusal(message);
    },
    read: async (ruleset) => {
      const message = await replyTo({ kind: "read", ruleset });
      if (message.kind === "read") return message.read;
      throw refusal(message);
    },
  };
}

/** Lets whoever measures a page know what is asked and answered: bench/notebook-latency.mjs does. */
function tell(
  name: string,
  detail: { readonly id: number; readonly paths?: number; readonly elapsedMs?: number },
): void {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

function refusal(message: FromWorker): Error {
  if (message.kind !== "problems")
    return new Error(message.kind === "failed" ? message.message : "no answer");
  return Object.assign(new Error("the scenario cannot be read"), { problems: message.problems });
}
