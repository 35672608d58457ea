// riskshare as people run it: a process of the command line, on the shipped scenario and rule files.
import { fileURLToPath } from "node:url";
import { answerOf } from "./answer-of.mjs";

const program = fileURLToPath(new URL("../../bin/riskshare.mjs", import.meta.url));

/** Opens riskshare on a number of threads; `plain` leaves WebAssembly out, so that the loops are plain JavaScript. */
export function openRiskshare({ threads, plain = false }) {
  const how = `${threads} ${threads === 1 ? "thread" : "threads"}${plain ? ", plain JavaScript" : ""}`;
  return {
    name: `riskshare, ${how}`,
    run: (paths, seed) => {
      const { elapsedMs, policies } = answerOf(process.execPath, [
        ...(plain ? ["--no-expose-wasm"] : []),
        program,
        ...["compare", "standard-workload", "--paths", String(paths), "--seed", String(seed)],
        ...["--threads", String(threads), "--json"],
      ]);
      return { seconds: elapsedMs / 1000, policies: policies.map(({ id, metrics }) => ({ id, ...metrics })) };
    },
    close: () => undefined,
  };
}
