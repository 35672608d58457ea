import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Problem } from "../engine/problem.ts";
import { escapedText } from "../engine/shown-text.ts";
import { casesOfTerm } from "./cases-of-term.ts";
import { copiedTable, copiedTerm } from "./copied-term.ts";
import { type NewKind, newKinds } from "./new-kinds.ts";
import { isFoundByCases, readStartTerm, termBeside } from "./term-to-start-from.ts";
import { typedWords, withProgramWords } from "./typed-words.ts";

/** The text of a new file, or why it cannot be written from what was named. */
export type NewText =
  | { readonly text: string; readonly problems?: undefined }
  | { readonly text?: undefined; readonly problems: readonly Problem[] };

/** Writes the text of a new file under an id: from a template, or `from` a term. */
export function newText(what: NewKind, path: string, id: string, from: string | undefined): NewText {
  const typed = escapedText(typedWords([path]).join(" "));
  const made = (text: string): NewText => ({ text: withProgramWords(text) });
  if (from === undefined && what !== "cases") return made(fromTemplate(what, typed, id));
  if (what === "scenario") return unsupported("scenario", "it with ruleset, table or cases");
  const { term, problems } = readStartTerm(from ?? termBeside(path) ?? "per-start");
  if (term === undefined) return { problems };
  const isJson = term.path.endsWith(".json");
  if (what === "cases") {
    if (!isFoundByCases(term, path))
      return unsupported(term.path, "a ruleset of the library, or a file in the folder of the case file");
    if (!Array.isArray(term.value.examples) || term.value.examples.length === 0)
      return unsupported(term.path, "a ruleset with examples to begin with");
    return made(casesOfTerm(term, typed));
  }
  if (what === "table")
    return isJson
      ? unsupported(term.path, "a decision table; new ruleset copies rules")
      : made(copiedTable(term, id, typed));
  return isJson
    ? made(copiedTerm(term, id, typed))
    : unsupported(term.path, "rules in JSON; new table copies a decision table");
}

function fromTemplate(what: Exclude<NewKind, "cases">, typed: string, id: string): string {
  const { ending, template } = newKinds[what];
  const text = readFileSync(fileURLToPath(new URL(`templates/${template}`, import.meta.url)), "utf8");
  // In JSON the path stands inside quotes.
  const inside = ending === ".json" ? JSON.stringify(typed).slice(1, -1) : typed;
  return text
    .replaceAll(`NAME${ending}`, () => inside)
    .replaceAll("NAME.cases.yaml", () => inside.replace(/\.(json|yaml)(?='?$)/, ".cases.yaml"))
    .replaceAll("NAME", id);
}

function unsupported(found: string, expected: string): NewText {
  return { problems: [{ where: "--from", adjective: "unsupported", noun: "ruleset", found, expected }] };
}
