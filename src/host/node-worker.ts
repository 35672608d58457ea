import { parentPort } from "node:worker_threads";
import { openWorkerTask, type WorkerRequest } from "./worker-task.ts";

const task = openWorkerTask();

parentPort?.on("message", (request: WorkerRequest) => {
  const answer = task(request);
  parentPort?.postMessage(answer, answer.kind === "block" ? [answer.results.buffer as ArrayBuffer] : []);
});
