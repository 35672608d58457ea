import { escapedText } from "../engine/shown-text.ts";
import { commandLines } from "../report/command-lines.ts";
import type { NewKind } from "./new-kinds.ts";
import { screenWidth } from "./screen-width.ts";
import { programWords, typedWords } from "./typed-words.ts";

/** What to type next after a file was written, a command a line, and how a term is bound. */
export function nextWords(what: NewKind, path: string, id: string): string {
  const command = (...words: string[]) =>
    commandLines(typedWords([...programWords(), ...words]), screenWidth()).join("\n");
  switch (what) {
    case "scenario":
      return `${command("check", path)}\n${command("compare", path)}`;
    case "cases":
      return command("check", "--cases", path);
    default:
      return `${command("check", path)}\nTo bind it, write ${escapedText(id)} under rulesets of a policy, and name the file:\n${command("compare", "YOUR-SCENARIO.yaml", "--rules", path)}`;
  }
}
