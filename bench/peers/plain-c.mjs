// The peer in plain C: compiled where there is a compiler, and run.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { answerOf } from "./answer-of.mjs";

const source = fileURLToPath(new URL("standard-workload.c", import.meta.url));
const compilers = [process.env.CC, "cc", "gcc", "clang"].filter((name) => name);
// Not every compiler knows this machine by its name.
const flags = [["-O3", "-march=native"], ["-O3"]];

/** Compiles the peer; undefined where nothing here can. `run` gives its answer, `close` removes the program. */
export function openPlainC() {
  const folder = mkdtempSync(join(tmpdir(), "riskshare-bench-"));
  const program = join(folder, "standard-workload");
  const close = () => rmSync(folder, { recursive: true, force: true });
  for (const compiler of compilers) {
    for (const some of flags) {
      const words = [...some, "-std=c11", "-D_POSIX_C_SOURCE=199309L", source, "-o", program, "-lm"];
      if (spawnSync(compiler, words, { stdio: "ignore" }).status !== 0) continue;
      const name = [compiler, ...some].join(" ");
      return { name, run: (paths, seed) => answerOf(program, [String(paths), String(seed)]), close };
    }
  }
  close();
  return undefined;
}
