import { createInterface } from "node:readline";
import { print } from "./print.ts";

/** Where answers come from, a line each. */
export type AskedLines = {
  /** Shows a prompt and gives the line that is typed; undefined where nothing more comes. */
  readonly ask: (prompt: string) => Promise<string | undefined>;
  /** Did someone at a terminal end it, with Ctrl-C or Ctrl-D? */
  readonly stopped: () => boolean;
  readonly close: () => void;
};

/** Reads lines from a terminal, or from a pipe or a file; lines that come before they are asked for are kept. */
export function openAskedLines(input = process.stdin, output = process.stdout): AskedLines {
  const isTerminal = input.isTTY === true && output.isTTY === true;
  const lines = createInterface(
    isTerminal ? { input, output } : { input, crlfDelay: Number.POSITIVE_INFINITY },
  );
  const waiting: string[] = [];
  let [ended, stopped] = [false, false];
  let wake: (() => void) | undefined;
  const woken = () => {
    wake?.();
    wake = undefined;
  };
  lines.on("line", (line) => {
    waiting.push(line);
    woken();
  });
  lines.on("SIGINT", () => lines.close());
  lines.on("close", () => {
    ended = true;
    stopped = isTerminal;
    woken();
  });
  return {
    ask: async (prompt) => {
      if (isTerminal && !ended) {
        lines.setPrompt(prompt);
        lines.prompt();
      } else await print(prompt);
      while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
      const line = stopped ? undefined : waiting.shift();
      // What was piped in is shown as if it had been typed, so that the conversation can be read.
      if (!isTerminal || line === undefined) await print(`${line ?? ""}\n`);
      return line;
    },
    stopped: () => stopped,
    close: () => lines.close(),
  };
}
