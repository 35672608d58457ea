import { existsSync } from "node:fs";
import type { Command } from "commander";
import { didYouMean } from "../engine/nearest-name.ts";
import { jsonText } from "../engine/shown-text.ts";
import { libraryText } from "../report/library-text.ts";
import { rulesetText } from "../report/ruleset-text.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { readLibrary } from "./library.ts";
import { type RulesetFile, readRulesetFile } from "./ruleset-file.ts";

const examples = `
Examples:
  riskshare rules
  riskshare rules set-up-and-notice
  riskshare rules set-up-and-notice --json
  riskshare rules my-terms.yaml
`;

export function addRulesCommand(program: Command): void {
  program
    .command("rules")
    .description(
      "the library of terms by kind, or one term in plain words with its sources and examples: of the library, or of a file",
    )
    .argument("[ruleset]", "a ruleset of the library, or a file with a ruleset or a decision table")
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", examples)
    .action(runRules);
}

function runRules(name: string | undefined, options: { json?: boolean }): void {
  const width = process.stdout.columns ?? 100;
  const emphasis = coloursOf(process.stdout);
  if (name !== undefined) {
    const { ruleset, problems } = readRuleset(name);
    if (ruleset === undefined) return failWith(problems);
    process.stdout.write(options.json ? `${jsonText(ruleset)}\n` : rulesetText(ruleset, width, emphasis));
    return;
  }
  const { rulesets, problems } = readLibrary();
  if (problems.length > 0) return failWith(problems);
  const list = rulesets.map(({ id, kind, version, title, sentence }) => {
    return { id, kind, version, title, sentence: sentence ?? "" };
  });
  const json = jsonText({ schema: "riskshare.rules/1", rulesets: list });
  process.stdout.write(options.json ? `${json}\n` : libraryText(rulesets, width, emphasis));
}

/** Finds a ruleset by its path or by its id in the library. */
function readRuleset(name: string): RulesetFile {
  if (/[/\\.]/.test(name)) return readRulesetFile(name);
  const { rulesets, problems } = readLibrary();
  if (problems.length > 0) return { problems };
  const ruleset = rulesets.find((known) => known.id === name);
  if (ruleset !== undefined) return { ruleset, problems: [] };
  if (existsSync(name)) return readRulesetFile(name);
  const ids = rulesets.map((known) => known.id);
  const hint = didYouMean(name, ids);
  const expected = "a file, or a ruleset of the library; riskshare rules lists them";
  const unknown = { adjective: "unknown", noun: "ruleset", found: name, expected } as const;
  return { problems: [{ where: name, ...unknown, ...(hint && { hint }) }] };
}
