import { type Problem, problemText } from "../engine/problem.ts";
import { coloursOf } from "./colour.ts";
import { onScreen } from "./on-screen.ts";

/** Says all problems on stderr, one a line (on a terminal set in under it), and ends with exit code 1. */
export function failWith(problems: readonly Problem[]): void {
  const { red } = coloursOf(process.stderr);
  for (const problem of problems)
    process.stderr.write(`${red(onScreen(problemText(problem), process.stderr))}\n`);
  process.exitCode = 1;
}
