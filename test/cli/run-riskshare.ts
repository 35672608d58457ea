import { spawn } from "node:child_process";
import { join } from "node:path";

/** How a command ended, and what it said. */
export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

/** This process's environment, less what asks for colours: build machines set it, and people's pipes do not. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, NO_COLOR: __, COLUMNS: ___, ...environment } = process.env;
  return { ...environment, npm_lifecycle_event: "" };
}

/** Runs the command line as people do; `during` may act on the process while it runs. */
export function riskshare(
  args: readonly string[],
  during: (child: ReturnType<typeof spawn>) => void = () => undefined,
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [join(process.cwd(), "bin", "riskshare.mjs"), ...args], {
    env: { ...plainEnvironment(), ...environment },
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
