import { type Problem, problemText } from "../engine/problem.ts";
import { coloursOf } from "./colour.ts";

/** Says all problems on stderr, one a line, and ends with exit code 1. */
export function failWith(problems: readonly Problem[]): void {
  const { red } = coloursOf(process.stderr);
  for (const problem of problems) process.stderr.write(`${red(problemText(problem))}\n`);
  process.exitCode = 1;
}
