import type { Command } from "commander";
import { didYouMean } from "../engine/nearest-name.ts";
import { jsonText } from "../engine/shown-text.ts";
import { libraryText } from "../report/library-text.ts";
import { rulesetText } from "../report/ruleset-text.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { readLibrary } from "./library.ts";

const examples = `
Examples:
  riskshare rules
  riskshare rules set-up-and-notice
  riskshare rules set-up-and-notice --json
`;

export function addRulesCommand(program: Command): void {
  program
    .command("rules")
    .description("the library of terms by kind, or one of them in plain words with its sources and examples")
    .argument("[id]", "a ruleset of the library")
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", examples)
    .action(runRules);
}

function runRules(id: string | undefined, options: { json?: boolean }): void {
  const { rulesets, problems } = readLibrary();
  if (problems.length > 0) return failWith(problems);
  const width = process.stdout.columns ?? 100;
  const emphasis = coloursOf(process.stdout);
  if (id === undefined) {
    const list = rulesets.map(({ id, kind, version, title, sentence }) => {
      return { id, kind, version, title, sentence: sentence ?? "" };
    });
    const json = jsonText({ schema: "riskshare.rules/1", rulesets: list });
    process.stdout.write(options.json ? `${json}\n` : libraryText(rulesets, width, emphasis));
    return;
  }
  const ruleset = rulesets.find((known) => known.id === id);
  if (ruleset !== undefined) {
    process.stdout.write(options.json ? `${jsonText(ruleset)}\n` : rulesetText(ruleset, width, emphasis));
    return;
  }
  const ids = rulesets.map((known) => known.id);
  const hint = didYouMean(id, ids);
  const expected = "a ruleset of the library; riskshare rules lists them";
  failWith([
    { where: id, adjective: "unknown", noun: "ruleset", found: id, expected, ...(hint && { hint }) },
  ]);
}
