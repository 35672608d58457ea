import { Worker } from "node:worker_threads";
import type { Port } from "./pool-host.ts";
import type { WorkerAnswer } from "./worker-task.ts";

/** A worker thread of Node. It is started from a plain JavaScript file, as Node 20 cannot load TypeScript in a worker. */
export function openNodePort(): Port {
  const worker = new Worker(new URL("./node-worker-start.mjs", import.meta.url));
  worker.setMaxListeners(20);
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (listener) => worker.on("message", (answer: WorkerAnswer) => listener(answer)),
    onDead: (listener) => {
      worker.on("error", (error) => listener(error.message));
      worker.on("exit", (code) => listener(`exit code ${code}`));
    },
    kill: async () => {
      await worker.terminate();
    },
  };
}
