import type { FromReasons, ToReasons } from "./reasons-request.ts";
import { openReasonsTask } from "./reasons-task.ts";

/** As much of the inside of a web worker as is used here. */
const scope = self as unknown as {
  onmessage: ((event: { readonly data: ToReasons }) => void) | null;
  postMessage(message: FromReasons): void;
};

// A message to oneself comes after those that wait already, and sooner than any timer.
const { port1, port2 } = new MessageChannel();
const resting: (() => void)[] = [];
port1.onmessage = () => resting.shift()?.();

const task = openReasonsTask({
  now: () => performance.now(),
  rest: () =>
    new Promise((resolve) => {
      resting.push(resolve);
      port2.postMessage(undefined);
    }),
  say: (message) => scope.postMessage(message),
});
scope.onmessage = ({ data }) => task(data);
