import { atOnce } from "../sim/turns.ts";
import type { Port } from "./pool-host.ts";
import { type KnownRun, openWorkerParts, type WorkerAnswer, type WorkerRequest } from "./worker-task.ts";

/**
 * A member of a pool on the thread that opens the pool: it begins at once, with code that is warm, while the others start.
 * `later` calls back after others on this thread have had a turn.
 */
export function openHerePort(run: KnownRun, later: (work: () => void) => void): Port {
  const inParts = openWorkerParts(run);
  const listeners: ((answer: WorkerAnswer) => void)[] = [];
  const waiting: WorkerRequest[] = [];
  let doing: ReturnType<typeof inParts> | undefined;
  let killed = false;
  let asked = false;
  /** Asks for a turn where there is something to do, and none was asked for. */
  const askTurn = () => {
    if (asked || killed || (doing === undefined && waiting.length === 0)) return;
    asked = true;
    later(goOn);
  };
  const goOn = () => {
    asked = false;
    if (killed) return;
    doing ??= inParts(waiting.shift()!);
    const { done, value } = doing.next();
    if (done) {
      doing = undefined;
      // A listener may post what is next.
      if (value !== undefined) for (const listener of listeners) listener(value);
    }
    askTurn();
  };
  return {
    post: (request) => {
      waiting.push(request);
      askTurn();
    },
    onAnswer: (listener) => listeners.push(listener),
    onDead: () => undefined,
    kill: async () => {
      if (killed) return;
      killed = true;
      atOnce(inParts({ kind: "close" }));
    },
  };
}
