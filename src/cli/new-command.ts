import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import type { Problem } from "../engine/problem.ts";
import { escapedText } from "../engine/shown-text.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { readLibrary } from "./library.ts";
import { isNewKind, newKindNames, newKinds } from "./new-kinds.ts";
import { newText } from "./new-text.ts";
import { nextWords } from "./next-words.ts";
import { openOutFile, outFileProblem } from "./out-file.ts";
import { print } from "./print.ts";

const examples = [
  "new scenario my-contract.yaml",
  "new ruleset my-term.json",
  "new ruleset my-term.json --from minimum-guarantee",
  "new table my-bands.yaml",
  "new cases my-term.cases.yaml --from per-start",
];

export function addNewCommand(program: Command): void {
  program
    .command("new")
    .description(
      "write a commented scenario, ruleset, decision table or case file to start from; it passes check as it is",
    )
    .argument(
      "<kind>",
      `${newKindNames}: a contract with its policies, a term as rules, a term as a decision table, cases that a term must meet`,
    )
    .argument(
      "[file]",
      "where (default: my-scenario.yaml, my-ruleset.json, my-table.yaml, my-term.cases.yaml); its name becomes the id",
    )
    .option("--from <ruleset>", "a ruleset of the library, or the file of one, to copy or to write cases for")
    .addHelpText("after", helpExamples(examples))
    .action(runNew);
}

async function runNew(what: string, file: string | undefined, options: { from?: string }): Promise<void> {
  if (!isNewKind(what)) {
    const expected = `one of ${newKindNames}`;
    return failWith([{ where: what, adjective: "unknown", noun: "kind of file", found: what, expected }]);
  }
  const { ending } = newKinds[what];
  const path = file ?? `my-${what === "cases" ? "term" : what}${ending}`;
  const id = basename(path).slice(0, -ending.length);
  const isTerm = what === "ruleset" || what === "table";
  const problem =
    nameProblem(path, id, ending) ??
    (isTerm ? takenProblem(path, id) : undefined) ??
    outFileProblem(path, path);
  if (problem !== undefined) return failWith([problem]);
  const { text, problems } = newText(what, path, id, options.from);
  if (text === undefined) return failWith(problems);
  const out = openOutFile(path, path);
  try {
    await out.write(text);
    out.finish();
  } finally {
    out.abandon();
  }
  await print(`${escapedText(`wrote ${path}`)}; next:\n${nextWords(what, path, id)}\n`);
}

/** A term of one's own under an id of the library could not be bound beside it. */
function takenProblem(path: string, found: string): Problem | undefined {
  if (!readLibrary().rulesets.some(({ id }) => id === found)) return undefined;
  const expected = "an id that the library does not use";
  return {
    where: path,
    adjective: "duplicate",
    noun: "ruleset",
    found,
    expected,
    hint: `such as my-${found}`,
  };
}

function nameProblem(path: string, id: string, ending: string): Problem | undefined {
  if (existsSync(path))
    return { where: path, adjective: "duplicate", noun: "file", expected: "a file that is not there yet" };
  if (!path.endsWith(ending))
    return {
      where: path,
      adjective: "invalid",
      noun: "name",
      found: basename(path),
      expected: `a name that ends in ${ending}`,
    };
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) return undefined;
  const expected = "lower-case words and digits joined by hyphens, such as my-contract";
  return { where: path, adjective: "invalid", noun: "name", found: id, expected };
}
