import { commandLines } from "../report/command-lines.ts";
import { screenWidth } from "./screen-width.ts";
import { programWords, typedWords } from "./typed-words.ts";

/** What to type next, a command a line. */
export function nextLines(...commands: readonly (readonly string[])[]): string {
  const lines = commands.flatMap((words) =>
    commandLines(typedWords([...programWords(), ...words]), screenWidth()),
  );
  return `Next:\n${lines.join("\n")}\n`;
}
