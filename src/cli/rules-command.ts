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
import { screenWidth } from "./screen-width.ts";
import { programWords } from "./typed-words.ts";

const examples = ["rules", "rules set-up-and-notice", "rules set-up-and-notice --json", "rules --facts"];

export function addRulesCommand(program: Command): void {
  program
    .command("rules")
    .description("the library of terms by kind, or one of them in plain words with its sources and examples")
    .argument("[id]", "a ruleset of the library")
    .option("--facts", "everything that rules can read: the dictionary, and what rulesets give to others")
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", helpExamples(examples))
    .action(runRules);
}

async function runRules(id: string | undefined, options: { json?: boolean; facts?: boolean }): Promise<void> {
  const { rulesets, problems } = readLibrary();
  if (problems.length > 0) return failWith(problems);
  const width = screenWidth();
  const emphasis = coloursOf(process.stdout);
  const program = programWords().join(" ");
  if (options.facts) {
    const asked = id === undefined ? rulesets : rulesets.filter((ruleset) => ruleset.id === id);
    if (asked.length > 0)
      return print(options.json ? `${jsonText(factsList(asked))}\n` : factsText(asked, width, emphasis));
  }
  if (id === undefined) {
    const list = rulesets.map(({ id, kind, version, title, sentence }) => {
      return { id, kind, version, title, sentence: sentence ?? "" };
    });
    const json = jsonText({ schema: "riskshare.rules/1", rulesets: list });
    await print(options.json ? `${json}\n` : libraryText(rulesets, width, emphasis, program));
    return;
  }
  const ruleset = rulesets.find((known) => known.id === id);
  if (ruleset !== undefined) {
    await print(options.json ? `${jsonText(ruleset)}\n` : rulesetText(ruleset, width, emphasis));
    return;
  }
  const ids = rulesets.map((known) => known.id);
  const hint = didYouMean(id, ids);
  const expected = `a ruleset of the library; ${program} rules lists them`;
  failWith([
    { where: id, adjective: "unknown", noun: "ruleset", found: id, expected, ...(hint && { hint }) },
  ]);
}
