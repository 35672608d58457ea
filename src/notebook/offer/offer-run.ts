import { startOfferWorker } from "riskshare:offer-worker";
import type { Problem } from "../../engine/problem.ts";
import type { OfferDocument } from "../../offer/offer-document.ts";
import type { LiveState } from "../live/live-state.ts";
import { type Newest, openNewest } from "../newest.ts";
import type {
  FormRequest,
  FromOfferWorker,
  OfferAnswer,
  OfferFile,
  OfferForm,
  OfferLook,
  OfferRequest,
  OpenedOffer,
  SavedForm,
  ToOfferWorker,
} from "./offer-request.ts";

/** The one worker of the page, and what it answers. */
export type OfferRun = {
  /** Asks for a test: on few futures first, then on more. A request that is at work is dropped for a newer one. */
  readonly ask: (request: OfferRequest) => void;
  /** Stops; a worker that does not listen within a second is ended, and a new one takes its place. */
  readonly stop: () => void;
  /** Goes on with the last request. */
  readonly resume: () => void;
  /** The newest answer to the last request; undefined until it has one. */
  readonly current: () => OfferAnswer | undefined;
  /** In a cell: `const answer = run.answers()`. */
  readonly answers: Newest<OfferAnswer>["values"];
  readonly states: Newest<LiveState>["values"];
  /** What is known of the last request before it is simulated. */
  readonly looks: Newest<OfferLook>["values"];
  /** The form of a scenario and its terms; rejects with `OfferProblems` where there is none. */
  readonly form: (request: FormRequest) => Promise<OfferForm>;
  /** Reads a file; rejects with `OfferProblems`, its places those of the file. */
  readonly open: (file: OfferFile) => Promise<OpenedOffer>;
  readonly save: (offer: OfferDocument, as: SavedForm) => Promise<string | Uint8Array>;
};

/** Something that was refused, with everything that is wrong with it. */
export type OfferProblems = Error & { readonly problems: readonly Problem[] };

type Unsent = ToOfferWorker extends infer M
  ? M extends { readonly kind: "form" | "open" | "save" }
    ? Omit<M, "id">
    : never
  : never;

const idle: LiveState = { phase: "waiting", isOld: false, done: 0, of: 0, problems: [], message: "" };
const patienceMs = 1000;
/** How long an older answer may stand unmarked. */
const oldAfterMs = 1500;
/** No file that is small enough takes so long to read, unless it was made to. */
const longestReplyMs = 30_000;

/** Opens the worker of the page that tests offers: one worker, kept for as long as the page is open. */
export function openOfferRun(): OfferRun {
  const answers = openNewest<OfferAnswer>();
  const states = openNewest<LiveState>();
  const looks = openNewest<OfferLook>();
  const replies = new Map<
    number,
    { readonly resolve: (message: FromOfferWorker) => void; readonly reject: (error: Error) => void }
  >();
  let ids = 0;
  let asked: { readonly id: number; readonly request: OfferRequest } | undefined;
  let answered = 0;
  let ageing: ReturnType<typeof setTimeout> | undefined;
  let impatience: ReturnType<typeof setTimeout> | undefined;
  let worker = start();
  states.put(idle);

  /** Has the last request no answer, while an older one has? */
  const isBehind = () => answered !== 0 && answered !== asked?.id;
  const change = (to: Partial<LiveState>) => {
    const isOver = ["stopped", "problems", "failed"].includes(to.phase ?? "");
    if (isOver) clearTimeout(ageing);
    states.put({ ...(states.now() ?? idle), ...to, ...(isOver && { isOld: isBehind() }) });
  };

  function start(): Worker {
    const started = startOfferWorker();
    started.onmessage = ({ data }: MessageEvent<FromOfferWorker>) => hear(data);
    started.onerror = (event) =>
      change({ phase: "failed", message: event.message || "the worker could not be started" });
    return started;
  }

  function hear(message: FromOfferWorker): void {
    const reply = replies.get(message.id);
    if (reply !== undefined) {
      replies.delete(message.id);
      return reply.resolve(message);
    }
    if (message.kind === "stopped") clearTimeout(impatience);
    if (message.id !== asked?.id) return;
    const isStopped = states.now()?.phase === "stopped";
    if (message.kind === "look") looks.put(message.look);
    if (message.kind === "answer") {
      const { paths, last, json } = message.answer;
      answered = message.id;
      answers.put(message.answer);
      clearTimeout(ageing);
      const phase = isStopped ? "stopped" : paths < last || json === undefined ? "refining" : "done";
      change({ isOld: false, phase, done: paths, of: last, shown: paths });
    }
    if (message.kind === "progress" && !isStopped)
      change({
        phase: answered === asked.id ? "refining" : "working",
        done: Math.max(message.done, states.now()?.done ?? 0),
        of: message.of,
      });
    if (message.kind === "problems") change({ phase: "problems", problems: message.problems });
    if (message.kind === "failed") change({ phase: "failed", message: message.message });
  }

  /** Ends a worker that does not listen. What was asked meanwhile is asked of the new one. */
  function replace(): void {
    clearTimeout(impatience);
    worker.terminate();
    for (const { reject } of replies.values()) reject(new Error("this took too long and was stopped"));
    replies.clear();
    worker = start();
    const { phase } = states.now() ?? idle;
    if (asked !== undefined && (phase === "working" || phase === "refining"))
      worker.postMessage({ kind: "ask", ...asked } satisfies ToOfferWorker);
  }

  function ask(request: OfferRequest): void {
    ids += 1;
    asked = { id: ids, request };
    clearTimeout(ageing);
    ageing = setTimeout(() => isBehind() && change({ isOld: true }), oldAfterMs);
    change({ phase: "working", done: 0, of: 0, shown: 0, problems: [], message: "" });
    worker.postMessage({ kind: "ask", id: ids, request } satisfies ToOfferWorker);
  }

  function replyTo(message: Unsent): Promise<FromOfferWorker> {
    ids += 1;
    const id = ids;
    return new Promise((resolve, reject) => {
      const patience = setTimeout(replace, longestReplyMs);
      const over = <T>(then: (value: T) => void) => {
        return (value: T) => {
          clearTimeout(patience);
          then(value);
        };
      };
      replies.set(id, { resolve: over(resolve), reject: over(reject) });
      worker.postMessage({ ...message, id });
    });
  }

  return {
    ask,
    stop: () => {
      const { phase } = states.now() ?? idle;
      if (phase !== "working" && phase !== "refining") return;
      change({ phase: "stopped", ...(answered !== asked?.id && { done: 0 }) });
      worker.postMessage({ kind: "stop" } satisfies ToOfferWorker);
      clearTimeout(impatience);
      impatience = setTimeout(replace, patienceMs);
    },
    resume: () => {
      if (asked !== undefined) ask(asked.request);
    },
    current: () => (answered === asked?.id ? answers.now() : undefined),
    answers: answers.values,
    states: states.values,
    looks: looks.values,
    form: async (request) => {
      const message = await replyTo({ kind: "form", request });
      if (message.kind === "form") return message.form;
      throw refusal(message);
    },
    open: async (file) => {
      const message = await replyTo({ kind: "open", file });
      if (message.kind === "opened") return message.opened;
      throw refusal(message);
    },
    save: async (offer, as) => {
      const message = await replyTo({ kind: "save", offer, as });
      if (message.kind === "saved") return message.content;
      throw refusal(message);
    },
  };
}

function refusal(message: FromOfferWorker): Error {
  if (message.kind !== "problems")
    return new Error(message.kind === "failed" ? message.message : "no answer");
  return Object.assign(new Error("the offer cannot be read"), { problems: message.problems });
}
