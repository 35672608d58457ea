import pc from "picocolors";
import { type Problem, problemText } from "../engine/problem.ts";

/** Says all problems on stderr, one a line, and ends with exit code 1. */
export function failWith(problems: readonly Problem[]): void {
  for (const problem of problems) process.stderr.write(`${pc.red(problemText(problem))}\n`);
  process.exitCode = 1;
}
