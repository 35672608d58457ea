import { openRest } from "../worker-rest.ts";
import type { FromReasons, ToReasons } from "./reasons-request.ts";
import { openReasonsTask } from "./reasons-task.ts";

/** As much of the inside of a web worker as is used here. */
const scope = self as unknown as {
  onmessage: ((event: { readonly data: ToReasons }) => void) | null;
  postMessage(message: FromReasons): void;
};

const task = openReasonsTask({
  now: () => performance.now(),
  rest: openRest(),
  say: (message) => scope.postMessage(message),
});
scope.onmessage = ({ data }) => task(data);
