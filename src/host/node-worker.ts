import { parentPort } from "node:worker_threads";
import { movedWith, openWorkerTask, type WorkerRequest } from "./worker-task.ts";

const task = openWorkerTask();

parentPort?.on("message", (request: WorkerRequest) => {
  const answer = task(request);
  if (answer !== undefined) parentPort?.postMessage(answer, movedWith(answer));
});
