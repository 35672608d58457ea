import { statSync } from "node:fs";
import type { Command } from "commander";
import type { Problem } from "../engine/problem.ts";
import { caseEndings, isCasesFile } from "./case-files.ts";
import { checkCasesFile } from "./check-cases-file.ts";
import { checkFile } from "./check-file.ts";
import { failWith } from "./failure.ts";
import { rulesGiven } from "./given-rules.ts";
import { helpExamples } from "./help-examples.ts";
import { filesBelow, readLibrary, rulesFolder, scenariosFolder } from "./library.ts";
import { onScreen } from "./on-screen.ts";
import { print } from "./print.ts";
import { withRulesBeside } from "./rules-beside.ts";
import { addRulesOption, readOwnRules } from "./rules-option.ts";

const examples = [
  "check rules/ scenarios/",
  "check my-scenario.yaml my-term.json",
  "check --cases my-terms.cases.yaml",
];

export function addCheckCommand(program: Command): void {
  const command = program
    .command("check")
    .description(
      "check rulesets, decision tables, scenarios and case files: problems, or one line a file and notes on what its author would want to know",
    )
    .argument("[files or folders...]", "what to check (default: the shipped rules and scenarios)");
  addRulesOption(command)
    .option("--cases", "run case files (*.cases.yaml) only; default: those beside the shipped rules")
    .option("--all-notes", "print every note; default: the first ten of a file")
    .addHelpText("after", helpExamples(examples))
    .action(runCheck);
}

async function runCheck(
  names: string[],
  options: { cases?: boolean; allNotes?: boolean; rules?: string[] } = {},
): Promise<void> {
  const library = readLibrary();
  const lines: string[] = [];
  const own = readOwnRules(options.rules, library.rulesets);
  const problems: Problem[] = [...own.problems];
  const paths: string[] = [];
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
          : "a ruleset (.json), a decision table or a scenario (.yaml)",
      });
    paths.push(...(files ?? []));
  }
  const known = [...library.rulesets, ...own.rulesets];
  const given = options.cases ? { rulesets: [], scenarios: [], problems: [] } : rulesGiven(paths, known);
  problems.push(...given.problems);
  const rulesets = new Map([...known, ...given.rulesets].map((ruleset) => [ruleset.id, ruleset]));
  const notes = {
    all: options.allNotes === true,
    shipped: new Map(library.rulesets.map((ruleset) => [ruleset.id, ruleset])),
    scenarios: given.scenarios,
  };
  for (const path of paths) {
    const isCases = options.cases || isCasesFile(path);
    const found = await (isCases ? checkCasesFile : checkFile)(path, rulesets, notes);
    problems.push(...(isCases ? found.problems : withRulesBeside(found.problems, path)));
    lines.push(...(found.lines ?? []));
  }
  for (const line of lines) await print(`${onScreen(line, process.stdout)}\n`);
  if (problems.length > 0) failWith(problems);
}

function filesOf(name: string, endings: readonly string[]): string[] | undefined {
  try {
    return statSync(name).isDirectory() ? filesBelow(name, endings) : [name];
  } catch {
    return undefined;
  }
}
