import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { type ImportChoice, importProcess } from "../award/ocds/import-process.ts";
import { parseDocument } from "../engine/document.ts";
import type { Problem } from "../engine/problem.ts";
import { escapedText, jsonText } from "../engine/shown-text.ts";
import { commandLines } from "../report/command-lines.ts";
import { importJson } from "../report/ocds/import-json.ts";
import { lacksRatings } from "../report/ocds/import-notes.ts";
import { importText } from "../report/ocds/import-text.ts";
import { type ImportedFiles, importedFiles } from "../report/ocds/imported-files.ts";
import { listLines } from "../report/wrapped-lines.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { readInput, shownPath } from "./input-file.ts";
import { outFolderProblem, writeFiles } from "./out-folder.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";
import { programWords } from "./typed-words.ts";

type Options = ImportChoice & { readonly out?: string; readonly json?: boolean };

const examples = ["import release.json", "import release.json --out my-round/"];

export function addImportCommand(program: Command): void {
  program
    .command("import")
    .description("read a tender, bids and awards from a release of the Open Contracting Data Standard")
    .argument("<release>", "a JSON file: a release, or a release package")
    .option("--out <folder>", "write requirement.yaml and offers.yaml there, in place of printing them")
    .option("--ocid <ocid>", "the contracting process that is meant, where the package has several")
    .option("--lot <id>", "the lot that is meant, where the tender has several")
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", helpExamples(examples))
    .action(runImport);
}

async function runImport(path: string, options: Options): Promise<void> {
  const { out } = options;
  const wrong = out === undefined ? undefined : (outFolderProblem(out) ?? takenProblem(out));
  if (wrong !== undefined) return failWith([wrong]);
  const { text, problems: unread } = readInput(path);
  if (unread.length > 0) return failWith(unread);
  const { process: imported, problems } = importProcess(
    parseDocument(shownPath(path), text, "json"),
    options,
  );
  if (imported === undefined) return failWith(problems);
  const files = importedFiles(imported);
  if (out !== undefined) writeFiles(out, named(files));
  if (options.json) return print(`${jsonText(importJson(imported))}\n`);
  if (out === undefined) return print(Object.values(named(files)).join("---\n"));
  const words = importText(imported, screenWidth(), coloursOf(process.stdout));
  const wrote = Object.keys(named(files)).map((name) => join(out, name));
  const lines = commandLines([...programWords(), "award", ...wrote], screenWidth()).join("\n");
  const next = lacksRatings(imported) ? `${ratingsFirst(wrote.at(-1)!)}\n${lines}` : lines;
  await print(`${words}\n${escapedText(`wrote ${wrote.join(" and ")}`)}; next:\n${next}\n`);
}

/** No round is run before its offers are rated: that stands before the command. */
function ratingsFirst(offers: string): string {
  const words = `add to each offer in ${offers} a rating for each criterion that is rated (see above); then:`;
  return listLines("  ", escapedText(words), screenWidth()).join("\n");
}

function named({ requirement, offers }: ImportedFiles): Record<string, string> {
  return { "requirement.yaml": requirement, ...(offers !== undefined && { "offers.yaml": offers }) };
}

/** Ratings that someone added to files of an earlier import must not be lost. */
function takenProblem(folder: string): Problem | undefined {
  const taken = ["requirement.yaml", "offers.yaml"].map((name) => join(folder, name)).find(existsSync);
  if (taken === undefined) return undefined;
  return {
    where: "--out",
    adjective: "duplicate",
    noun: "file",
    found: taken,
    expected: "a folder without requirement.yaml and offers.yaml",
  };
}
