import { openNativeLoops } from "../../src/engine/native/native-loops.ts";
import { openWebPort } from "../../src/host/web-port.ts";
import type { RunSpec } from "../../src/sim/run-spec.ts";
import { resultHash } from "./result-hash.ts";

/** What the test asks of the page. */
export type Asked = { readonly spec: RunSpec; readonly paths: number; readonly threads: number };

Object.assign(globalThis, {
  /** Runs a comparison on web workers; tells its hash, and whether this page may use WebAssembly. */
  riskshareHash: async ({ spec, paths, threads }: Asked) => ({
    hash: await resultHash(spec, paths, threads, () => openWebPort("/web-worker.js")),
    isNative: openNativeLoops() !== undefined,
  }),
});
