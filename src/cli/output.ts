import { failWith } from "./failure.ts";
import { systemWords } from "./system-words.ts";

/**
 * Ends the process when its answer cannot be written.
 *
 * Whoever reads the answer may stop reading, as `| head` does, and that is no failure; a full disk is one.
 * Where not even problems can be told, nothing is left to tell.
 */
export function watchOutput(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    failWith([
      {
        where: "stdout",
        adjective: "invalid",
        noun: "output",
        expected: "a place that can be written to",
        hint: systemWords(error),
      },
    ]);
    process.exit(1);
  });
  process.stderr.on("error", () => process.exit(1));
}
