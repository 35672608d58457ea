import type { Port } from "./pool-host.ts";
import type { WorkerAnswer } from "./worker-task.ts";

/** As much of a browser's worker as is used here: nothing else in riskshare needs the types of the DOM. */
type WebWorker = {
  postMessage(request: unknown): void;
  terminate(): void;
  onmessage: ((event: { readonly data: WorkerAnswer }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
};

declare const Worker: new (script: string | URL, options: { readonly type: "module" }) => WebWorker;

/** A web worker of a browser; `script` is where the bundle of src/host/web-worker.ts is served. */
export function openWebPort(script: string | URL): Port {
  const worker = new Worker(script, { type: "module" });
  return {
    post: (request) => worker.postMessage(request),
    onAnswer: (listener) => {
      worker.onmessage = ({ data }) => listener(data);
    },
    onDead: (listener) => {
      worker.onerror = ({ message }) => listener(message ?? "the worker could not be started");
    },
    kill: async () => worker.terminate(),
  };
}
