import type { FromWorker, ToWorker } from "./live-request.ts";
import { openLiveTask } from "./live-task.ts";

/** As much of the inside of a web worker as is used here. */
const scope = self as unknown as {
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  postMessage(message: FromWorker): void;
  readonly scheduler?: { postTask(task: () => void, options: { readonly priority: "background" }): unknown };
};

const { port1, port2 } = new MessageChannel();
const resting: (() => void)[] = [];
port1.onmessage = () => resting.shift()?.();

/** Goes on after what waits already. In the background where there is such a thing, so that a lever's request comes first. */
function rest(): Promise<void> {
  const { scheduler } = scope;
  return new Promise((resolve) => {
    if (scheduler !== undefined) return scheduler.postTask(resolve, { priority: "background" });
    // A message to oneself comes sooner than any timer.
    resting.push(resolve);
    port2.postMessage(undefined);
  });
}

const task = openLiveTask({
  now: () => performance.now(),
  rest,
  say: (message) => scope.postMessage(message),
});
scope.onmessage = ({ data }) => task(data);
