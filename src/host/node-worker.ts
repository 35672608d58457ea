import { parentPort } from "node:worker_threads";
import { columnsOfRun } from "../sim/ledger-columns.ts";
import { openRun, type RunSpec } from "../sim/run-spec.ts";
import { movedWith, openWorkerTask, type WorkerRequest } from "./worker-task.ts";

const task = openWorkerTask();

parentPort?.on("message", (request: WorkerRequest) => {
  const answer = task(request);
  if (answer !== undefined) parentPort?.postMessage(answer, movedWith(answer));
});

/** Does what a worker does with a few blocks of a run: for the build, which keeps the code that this takes. */
export function rehearse(spec: RunSpec): void {
  const { checked } = openRun(spec);
  if (checked === undefined) throw new Error("the run cannot be opened");
  const policies = checked.policies.map((_, place) => ({ place, priceScale: 1 }));
  const paths = 2048;
  const columns = columnsOfRun(checked);
  const memory = policies.flatMap(() => columns.map(() => new SharedArrayBuffer(paths * 8)));
  const requests: WorkerRequest[] = [
    { kind: "open", spec },
    { kind: "begin blocks", id: 1, policies, columns, together: 2, shared: { paths, memory } },
    { kind: "block", id: 1, job: 0, blocks: 4 },
  ];
  for (const request of requests) task(request);
}
