import type { Command } from "commander";
import { calibrate } from "../calibrate/calibrate.ts";
import { readHistory } from "../calibrate/reading/read-history.ts";
import type { Problem } from "../engine/problem.ts";
import { escapedText, jsonText } from "../engine/shown-text.ts";
import { calibrationJson } from "../report/calibration/calibration-json.ts";
import { calibrationText } from "../report/calibration/calibration-text.ts";
import { fragmentText } from "../report/calibration/fragment-text.ts";
import { commandLines } from "../report/command-lines.ts";
import { type IntoScenario, readInto, scenarioWithFit } from "./calibrate-into.ts";
import { calibrateOutProblem, writeCalibration } from "./calibrate-out.ts";
import { coloursOf } from "./colour.ts";
import { readDelays } from "./delay-option.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { readInput, shownPath } from "./input-file.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";
import { programWords, typedWords } from "./typed-words.ts";

type Options = {
  readonly contract?: string;
  readonly delay?: string[];
  readonly into?: string;
  readonly out?: string;
  readonly json?: boolean;
};

const examples = [
  "calibrate scenarios/histories/four-districts.csv",
  "calibrate scenarios/histories/half-a-year.csv --json",
  "calibrate scenarios/histories/four-districts.csv --contract Northfield",
  "calibrate my-history.csv --delay outcomes13Weeks=3:0.6,4:0.4 --out my-fit.yaml",
  "calibrate my-history.csv --into dps-2017 --out my-scenario.yaml",
];

export function addCalibrateCommand(program: Command): void {
  program
    .command("calibrate")
    .description(
      "fit volume, starts and outcomes to your own months; write them as a part of a scenario, with intervals and warnings",
    )
    .argument(
      "<csv>",
      "a row a month, with columns month, indicative and referrals; starts, outcomes by stage and contract if you have them",
    )
    .option("--contract <name>", "fit one contract of the file alone")
    .option("--delay <stage=months...>", "months to an outcome, as outcomes13Weeks=3 or =3:0.6,4:0.4")
    .option("--into <scenario>", "write this scenario with what was fitted in place of its own; needs --out")
    .option(
      "--out <file or folder>",
      "write the part of a scenario to a .yaml file, or all results into a folder",
    )
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", helpExamples(examples))
    .action(runCalibrate);
}

async function runCalibrate(path: string, options: Options): Promise<void> {
  const { delays, problems } = readDelays(options.delay);
  const all: Problem[] = [...problems];
  const { out } = options;
  const wrong = out === undefined ? undefined : calibrateOutProblem(out);
  if (wrong !== undefined) all.push(wrong);
  let into: IntoScenario | undefined;
  if (options.into !== undefined) {
    if (out === undefined)
      all.push({
        where: "--into",
        adjective: "missing",
        noun: "option",
        expected: "--out and a file beside it",
      });
    const read = readInto(options.into);
    all.push(...read.problems);
    into = read.into;
  }
  const name = shownPath(path);
  const { text, problems: unread } = readInput(path);
  all.push(...unread);
  const choice = { delays, ...(options.contract !== undefined && { contract: options.contract }) };
  const read = unread.length > 0 ? { problems: [] } : readHistory(name, text, choice);
  all.push(...read.problems);
  if (all.length > 0 || read.history === undefined) return failWith(all);
  const calibration = calibrate(read.history);
  const fragment = fragmentText(name, calibration);
  const merged = into === undefined ? undefined : scenarioWithFit(into, name, calibration);
  if (merged !== undefined && merged.text === undefined) return failWith(merged.problems);
  const json = `${jsonText(calibrationJson(calibration))}\n`;
  let wrote: string[] = [];
  if (out !== undefined) {
    const yaml =
      merged?.text === undefined
        ? { name: "fragment.yaml", text: fragment }
        : { name: "scenario.yaml", text: merged.text };
    const report = calibrationText(name, calibration, 100);
    wrote = await writeCalibration(out, yaml, { "calibration.json": json, "report.txt": report });
  }
  if (options.json) return print(json);
  const words = calibrationText(name, calibration, screenWidth(), coloursOf(process.stdout));
  await print(
    `${words}\n${out === undefined ? `For a scenario\n${fragment}` : nextWords(wrote, merged !== undefined)}`,
  );
}

/** What was written, and what to type next. */
function nextWords(wrote: readonly string[], isScenario: boolean): string {
  const told = escapedText(`wrote ${wrote.join(", ")}`);
  if (!isScenario) return `${told}\n`;
  const scenario = wrote[0]!;
  const next = [
    ["check", scenario],
    ["compare", scenario],
    ["offer", "test", "my-offer.yaml", "--scenario", scenario],
  ].flatMap((words) => commandLines(typedWords([...programWords(), ...words]), screenWidth()));
  return `${told}; next:\n${next.join("\n")}\n`;
}
