// Node 20 cannot load TypeScript in a worker: tsx is registered first, then the worker itself is loaded.
import { register } from "tsx/esm/api";

register();
await import("./node-worker.ts");
