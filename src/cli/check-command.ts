import { statSync } from "node:fs";
import type { Command } from "commander";
import type { Problem } from "../engine/problem.ts";
import { caseEndings, checkCasesFile, isCasesFile } from "./check-cases-file.ts";
import { checkFile } from "./check-file.ts";
import { failWith } from "./failure.ts";
import { filesBelow, readLibrary, rulesFolder, scenariosFolder } from "./library.ts";

const examples = `
Examples:
  riskshare check rules/ scenarios/
  riskshare check my-scenario.yaml
  riskshare check --cases my-terms.cases.yaml
`;

export function addCheckCommand(program: Command): void {
  program
    .command("check")
    .description(
      "check rulesets (.json) and scenarios (.yaml): problems, or one line a file and notes on what its author would want to know",
    )
    .argument("[files or folders...]", "what to check (default: the shipped rules and scenarios)")
    .option("--cases", "run case files (*.cases.yaml) only; default: those beside the shipped rules")
    .option("--all-notes", "print every note; default: the first ten of a file")
    .addHelpText("after", examples)
    .action(runCheck);
}

async function runCheck(
  names: string[],
  options: { cases?: boolean; allNotes?: boolean } = {},
): Promise<void> {
  const library = readLibrary();
  const lines: string[] = [];
  const problems: Problem[] = [];
  for (const name of names.length > 0
    ? names
    : options.cases
      ? [rulesFolder]
      : [rulesFolder, scenariosFolder]) {
    const files = filesOf(name, options.cases ? caseEndings : [".json", ".yaml", ".yml"]);
    if (files === undefined)
      problems.push({
        where: name,
        adjective: "missing",
        noun: "file",
        expected: "a file or folder that exists",
      });
    else if (files.length === 0)
      problems.push({
        where: name,
        adjective: "missing",
        noun: "file",
        expected: options.cases
          ? "a case file, with a name that ends in .cases.yaml"
          : "a .json ruleset or a .yaml scenario",
      });
    for (const path of files ?? []) {
      const rulesets = new Map(library.rulesets.map((r) => [r.id, r]));
      const check = options.cases || isCasesFile(path) ? checkCasesFile : checkFile;
      const found = await check(path, rulesets, { all: options.allNotes === true });
      problems.push(...found.problems);
      lines.push(...(found.lines ?? []));
    }
  }
  for (const line of lines) process.stdout.write(`${line}\n`);
  if (problems.length > 0) failWith(problems);
}

function filesOf(name: string, endings: readonly string[]): string[] | undefined {
  try {
    return statSync(name).isDirectory() ? filesBelow(name, endings) : [name];
  } catch {
    return undefined;
  }
}
