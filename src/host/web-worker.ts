import { movedWith, openWorkerTask, type WorkerAnswer, type WorkerRequest } from "./worker-task.ts";

/** As much of the inside of a web worker as is used here. */
declare const self: {
  onmessage: ((event: { readonly data: WorkerRequest }) => void) | null;
  postMessage(answer: WorkerAnswer, moved: readonly ArrayBuffer[]): void;
};

const task = openWorkerTask();

self.onmessage = ({ data }) => {
  const answer = task(data);
  if (answer !== undefined) self.postMessage(answer, movedWith(answer));
};
