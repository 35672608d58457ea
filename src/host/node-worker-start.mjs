// The built form starts in a fraction of the time. Where it is not what src/ is now, tsx is registered first, as Node 20
// cannot load TypeScript in a worker, and then the worker itself is loaded.
import { isFresh } from "../../bin/built-form.mjs";

if (isFresh()) {
  const { loadBuilt } = await import("../../bin/built-code.mjs");
  loadBuilt("worker");
} else {
  const { register } = await import("tsx/esm/api");
  register();
  await import("./node-worker.ts");
}
