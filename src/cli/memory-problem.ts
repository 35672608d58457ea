import { totalmem } from "node:os";
import type { Problem } from "../engine/problem.ts";

/** How many futures under so many policies fit into memory, every column kept. */
export function mostFutures(policies: number, columns: number, memory = totalmem()): number {
  return Math.floor(memory / (policies * columns * Float64Array.BYTES_PER_ELEMENT));
}

/**
 * Says when so many futures under so many policies would not fit into this machine's memory: every future is kept
 * until the measures are taken, and a system that promises memory it does not have ends the process without a word.
 */
export function memoryProblem(
  paths: number,
  policies: number,
  columns: number,
  memory = totalmem(),
  hint?: string,
): Problem | undefined {
  const most = mostFutures(policies, columns, memory);
  if (paths <= most) return undefined;
  return {
    where: "--paths",
    adjective: "invalid",
    noun: "value",
    found: String(paths),
    expected: `at most ${most} futures under ${policies} policies in this machine's memory`,
    ...(hint && { hint }),
  };
}
