import { Worker } from "node:worker_threads";
import type { Port } from "./pool-host.ts";
import type { WorkerAnswer } from "./worker-task.ts";

type Started = { readonly worker: Worker; ended?: string };

const spare: Started[] = [];

/** Starts worker threads for ports that are opened later, as they take a while: until then they keep no process alive. */
export function startSpareWorkers(count: number): void {
  for (let i = 0; i < count; i++) {
    const started = startWorker();
    started.worker.unref();
    spare.push(started);
  }
}

/** A worker thread of Node. It is started from a plain JavaScript file, as Node 20 cannot load TypeScript in a worker. */
export function openNodePort(): Port {
  const started = spare.shift() ?? startWorker();
  const { worker } = started;
  worker.ref();
  worker.setMaxListeners(20);
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (listener) => worker.on("message", (answer: WorkerAnswer) => listener(answer)),
    onDead: (listener) => {
      const { ended } = started;
      if (ended !== undefined) return queueMicrotask(() => listener(ended));
      worker.on("error", (error) => listener(error.message));
      worker.on("exit", (code) => listener(`exit code ${code}`));
    },
    kill: async () => {
      await worker.terminate();
    },
  };
}

/** A worker that nobody listens to yet may end all the same, and must not take the process with it. */
function startWorker(): Started {
  const worker = new Worker(new URL("./node-worker-start.mjs", import.meta.url));
  const started: Started = { worker };
  worker.once("error", ({ message }) => {
    started.ended ??= message;
  });
  worker.once("exit", (code) => {
    started.ended ??= `exit code ${code}`;
  });
  return started;
}
