import { basename, dirname, extname, join, resolve } from "node:path";
import { parseDocument } from "../engine/document.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";
import { readInput, shownPath } from "./input-file.ts";
import { filesBelow, rulesFolder } from "./library.ts";
import { readRuleset } from "./rules-option.ts";

/** A term of the library, or of a file, that something new is written from. */
export type StartTerm = {
  readonly path: string;
  readonly id: string;
  readonly value: Record<string, unknown>;
};

const endings = [".json", ".yaml", ".yml"];

/** Finds a term by its id in the library or by its file; it must pass its check. */
export function readStartTerm(
  named: string,
): { term: StartTerm; problems?: undefined } | { term?: undefined; problems: readonly Problem[] } {
  const shipped = filesBelow(rulesFolder, endings).filter((path) => !path.includes(".cases."));
  const idOf = (path: string) => basename(path, extname(path));
  const isFile = /[/\\.]/.test(named);
  const path = isFile ? named : shipped.find((file) => idOf(file) === named);
  if (path === undefined) {
    const hint = didYouMean(named, shipped.map(idOf));
    const expected = "a ruleset of the library, or the file of one";
    return {
      problems: [
        {
          where: "--from",
          adjective: "unknown",
          noun: "ruleset",
          found: named,
          expected,
          ...(hint && { hint }),
        },
      ],
    };
  }
  const { ruleset, problems } = readRuleset(path);
  if (ruleset === undefined) return { problems };
  const { value } = parseDocument(
    shownPath(path),
    readInput(path).text,
    path.endsWith(".json") ? "json" : "yaml",
  );
  return { term: { path, id: ruleset.id, value: value as Record<string, unknown> } };
}

/** The file of a term that a case file is named after and lies beside; undefined where there is none. */
export function termBeside(cases: string): string | undefined {
  const name = basename(cases).replace(/\.cases\.ya?ml$/, "");
  return endings
    .map((ending) => join(dirname(cases), name + ending))
    .find((path) => readRuleset(path).ruleset !== undefined);
}

/** Do cases find a term by its id: is it the library's, or in the folder in which they lie? */
export function isFoundByCases(term: StartTerm, cases: string): boolean {
  const folder = dirname(resolve(term.path));
  return folder === dirname(resolve(cases)) || `${folder}/`.startsWith(rulesFolder);
}
