import { spawnSync } from "node:child_process";

/** What a peer prints: seconds, and for each policy its chance of a loss, average margin and peak funding. */
export function answerOf(program, words) {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
