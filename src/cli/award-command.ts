import type { Command } from "commander";
import { openRound } from "../award/open-round.ts";
import { pullsBothWays } from "../award/pulls-both-ways.ts";
import { rankingParadox } from "../award/ranking-paradox.ts";
import { jsonText } from "../engine/shown-text.ts";
import { awardJson } from "../report/award/award-json.ts";
import { awardText } from "../report/award/award-text.ts";
import { readAward } from "./award-files.ts";
import { type AwardFolders, awardFolderProblems, writeAwardFolders } from "./award-folders.ts";
import { noticesOption } from "./award-notices.ts";
import { awardOutOption } from "./award-out.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";

type Options = AwardFolders & { readonly json?: boolean; readonly rules?: readonly string[] };

const examples = [
  "award goldilocks",
  "award dps-lone-parents",
  "award dps-lone-parents --notices letters/",
  "award my-requirement.yaml my-offers.yaml --json",
];

export function addAwardCommand(program: Command): void {
  program
    .command("award")
    .description("judge offers to a requirement: who wins, why, and what each bidder is told")
    .argument("<requirement>", "a requirement file, or the bare name of a shipped one")
    .argument("[offers...]", "files of offers; those shipped with the requirement where none is named")
    .option("--rules <file...>", "your own rulesets, for the requirement to bind")
    .option(...awardOutOption)
    .option(...noticesOption)
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", helpExamples(examples))
    .action(runAward);
}

async function runAward(name: string, offerFiles: readonly string[], options: Options): Promise<void> {
  const { bound, offers, problems } = readAward(name, offerFiles, options.rules);
  const folders = awardFolderProblems(options);
  if (bound === undefined || offers === undefined || folders.length > 0)
    return failWith([...problems, ...folders]);
  const open = openRound(bound, offers);
  const round = open.judge();
  const warnings = { pulls: pullsBothWays(bound), paradox: rankingParadox(open, round) };
  await writeAwardFolders(options, open, round, warnings);
  if (options.json) return print(`${jsonText(awardJson(bound, round, warnings))}\n`);
  await print(awardText(bound, round, warnings, screenWidth(), coloursOf(process.stdout)));
}
