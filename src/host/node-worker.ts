import { parentPort } from "node:worker_threads";
import { openWorkerTask, type WorkerAnswer, type WorkerRequest } from "./worker-task.ts";

const task = openWorkerTask();

parentPort?.on("message", (request: WorkerRequest) => {
  const answer = task(request);
  parentPort?.postMessage(answer, movedWith(answer));
});

/** Memory that goes over with an answer instead of being copied. */
function movedWith(answer: WorkerAnswer): ArrayBuffer[] {
  if (answer.kind === "block") return [answer.results.buffer as ArrayBuffer];
  if (answer.kind !== "tally") return [];
  const { sums, counts, kept } = answer.tally;
  return [sums, counts, ...kept.map(({ values }) => values)].map((array) => array.buffer as ArrayBuffer);
}
