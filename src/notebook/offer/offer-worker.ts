import { openRest } from "../worker-rest.ts";
import type { FromOfferWorker, ToOfferWorker } from "./offer-request.ts";
import { openOfferTask } from "./offer-task.ts";

/** As much of the inside of a web worker as is used here. */
const scope = self as unknown as {
  onmessage: ((event: { readonly data: ToOfferWorker }) => void) | null;
  postMessage(message: FromOfferWorker): void;
};

const task = openOfferTask({
  now: () => performance.now(),
  rest: openRest(),
  say: (message) => scope.postMessage(message),
});
scope.onmessage = ({ data }) => task(data);
