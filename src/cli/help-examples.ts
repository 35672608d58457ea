import { commandLines } from "../report/command-lines.ts";
import { screenWidth } from "./screen-width.ts";
import { programWords } from "./typed-words.ts";

/** Examples of commands below a help, each as it can be typed. */
export function helpExamples(examples: readonly string[]): string {
  const lines = examples.flatMap((example) =>
    commandLines([...programWords(), ...example.split(" ")], screenWidth()),
  );
  return `\nExamples:\n${lines.join("\n")}\n`;
}
