import { spawn } from "node:child_process";
import { join } from "node:path";

/** How a command ended, and what it said. */
export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** Runs the command line as people do; `during` may act on the process while it runs. */
export function riskshare(
  args: readonly string[],
  during: (child: ReturnType<typeof spawn>) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, [join(process.cwd(), "bin", "riskshare.mjs"), ...args], {
    env: { ...process.env, NO_COLOR: "1", npm_lifecycle_event: "" },
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (part: Buffer) => {
    stdout += part.toString();
  });
  child.stderr.on("data", (part: Buffer) => {
    stderr += part.toString();
  });
  during(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
