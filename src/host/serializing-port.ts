import type { Port } from "./pool-host.ts";
import { openWorkerTask, type WorkerAnswer } from "./worker-task.ts";

/** A worker on this very thread to which everything passes as a copy: what cannot be copied shows at once. */
export function openSerializingPort(copy: <T>(value: T) => T, later: (work: () => void) => void): Port {
  const task = openWorkerTask();
  const listeners: ((answer: WorkerAnswer) => void)[] = [];
  return {
    post: (request) => {
      const copied = copy(request);
      later(() => {
        const given = task(copied);
        if (given === undefined) return;
        const answer = copy(given);
        for (const listener of listeners) listener(answer);
      });
    },
    onAnswer: (listener) => listeners.push(listener),
    onDead: () => undefined,
    kill: async () => undefined,
  };
}
