// The peer in NumPy, where there is a Python that has it.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { answerOf } from "./answer-of.mjs";

const source = fileURLToPath(new URL("standard_workload.py", import.meta.url));
const pythons = [process.env.PYTHON, "python3", "python"].filter((name) => name);

/** Opens the peer; undefined where nothing here can run it. */
export function openNumpy() {
  for (const python of pythons) {
    const asked = spawnSync(python, ["-c", "import numpy; print(numpy.__version__)"], { encoding: "utf8" });
    if (asked.status !== 0) continue;
    return {
      name: `NumPy ${asked.stdout.trim()}`,
      run: (paths, seed) => answerOf(python, [source, String(paths), String(seed)]),
      close: () => undefined,
    };
  }
  return undefined;
}
