import type { FromWorker, ToWorker } from "./live-request.ts";
import { openLiveTask } from "./live-task.ts";

/** As much of the inside of a web worker as is used here. */
const scope = self as unknown as {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
};

// A message to oneself comes after those that wait already, and sooner than any timer.
const { port1, port2 } = new MessageChannel();
const resting: (() => void)[] = [];
port1.onmessage = () => resting.shift()?.();

const task = openLiveTask({
  now: () => performance.now(),
  rest: () =>
    new Promise((resolve) => {
      resting.push(resolve);
      port2.postMessage(undefined);
    }),
  say: (message) => scope.postMessage(message),
});
scope.onmessage = ({ data }) => task(data);
