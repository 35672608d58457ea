import { existsSync } from "node:fs";
import type { Command } from "commander";
import { didYouMean } from "../engine/nearest-name.ts";
import { jsonText } from "../engine/shown-text.ts";
import { factsList, factsText } from "../report/facts-text.ts";
import { libraryText } from "../report/library-text.ts";
import { rulesetText } from "../report/ruleset-text.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { readLibrary } from "./library.ts";
import { print } from "./print.ts";
import { type RulesetFile, readRulesetFile } from "./ruleset-file.ts";
import { screenWidth } from "./screen-width.ts";
import { programWords } from "./typed-words.ts";

const examples = [
  "rules",
  "rules set-up-and-notice",
  "rules set-up-and-notice --json",
  "rules my-terms.yaml",
  "rules --facts",
];

export function addRulesCommand(program: Command): void {
  program
    .command("rules")
    .description(
      "the library of terms by kind, or one term in plain words with its sources and examples: of the library, or of a file",
    )
    .argument("[ruleset]", "a ruleset of the library, or a file with a ruleset or a decision table")
    .option("--facts", "everything that rules can read: the dictionary, and what rulesets give to others")
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", helpExamples(examples))
    .action(runRules);
}

async function runRules(
  name: string | undefined,
  options: { json?: boolean; facts?: boolean },
): Promise<void> {
  const width = screenWidth();
  const emphasis = coloursOf(process.stdout);
  const program = programWords().join(" ");
  if (name !== undefined) {
    const { ruleset, problems } = readRuleset(name, program);
    if (ruleset === undefined) return failWith(problems);
    if (options.facts)
      return print(
        options.json ? `${jsonText(factsList([ruleset]))}\n` : factsText([ruleset], width, emphasis),
      );
    return print(options.json ? `${jsonText(ruleset)}\n` : rulesetText(ruleset, width, emphasis));
  }
  const { rulesets, problems } = readLibrary();
  if (problems.length > 0) return failWith(problems);
  if (options.facts)
    return print(options.json ? `${jsonText(factsList(rulesets))}\n` : factsText(rulesets, width, emphasis));
  const list = rulesets.map(({ id, kind, version, title, sentence }) => {
    return { id, kind, version, title, sentence: sentence ?? "" };
  });
  const json = jsonText({ schema: "riskshare.rules/1", rulesets: list });
  await print(options.json ? `${json}\n` : libraryText(rulesets, width, emphasis, program));
}

/** Finds a ruleset by its path or by its id in the library. */
function readRuleset(name: string, program: string): RulesetFile {
  if (/[/\\.]/.test(name)) return readRulesetFile(name);
  const { rulesets, problems } = readLibrary();
  if (problems.length > 0) return { problems };
  const ruleset = rulesets.find((known) => known.id === name);
  if (ruleset !== undefined) return { ruleset, problems: [] };
  if (existsSync(name)) return readRulesetFile(name);
  const ids = rulesets.map((known) => known.id);
  const hint = didYouMean(name, ids);
  const expected = `a file, or a ruleset of the library; ${program} rules lists them`;
  const unknown = { adjective: "unknown", noun: "ruleset", found: name, expected } as const;
  return { problems: [{ where: name, ...unknown, ...(hint && { hint }) }] };
}
