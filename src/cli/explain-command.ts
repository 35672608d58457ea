import type { Command } from "commander";
import { escapedText, jsonText } from "../engine/shown-text.ts";
import { explainedPathText } from "../report/explained-path-text.ts";
import { coloursOf } from "./colour.ts";
import { explainPath } from "./explain-path.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { wholeNumber } from "./numbers.ts";
import { addPathOptions, addPathRunOptions, type PathOptions, readPathRequest } from "./path-options.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";
import { outProblem, writeExplanation } from "./write-explanation.ts";

type Options = PathOptions & { out?: string; month?: string; json?: boolean };

const examples = [
  "explain dps-2017 --policy today",
  "explain dps-2017 --policy both --at 0.05",
  "explain dps-2017 --policy both --path 7 --month 9",
  "explain dps-2017 --policy both --at 0.05 --variant stress --json > path.json",
  "explain dps-2017 --policy both --policies today,both --basis same-expected-bill --out bad-future/",
];

export function addExplainCommand(program: Command): void {
  const command = program
    .command("explain")
    .description("tell one simulated future month by month: which clause paid what, why, on which source")
    .argument("<scenario>", "a scenario or an offer: a file, or the bare name of a shipped one");
  addPathOptions(command, "explained").option(
    "--month <m>",
    "everything of one month, with the tree of conditions",
  );
  addPathRunOptions(command)
    .option(
      "--out <file.json|folder>",
      "write the explanation: one JSON file, or JSON and text into a folder",
    )
    .addHelpText("after", helpExamples(examples))
    .action(runExplain);
}

async function runExplain(name: string, options: Options): Promise<void> {
  const month = (last: number) =>
    options.month === undefined ? undefined : wholeNumber("--month", options.month, 1, last);
  const { request, problems } = readPathRequest(name, options, (checked) => [
    month(checked?.timeline.lastMonth ?? 240)?.problem,
    options.out === undefined ? undefined : outProblem(options.out),
  ]);
  if (request === undefined) return failWith(problems);
  const { checked, spec, wanted } = request;
  const explained = await explainPath(checked, spec, wanted);
  const told = month(checked.timeline.lastMonth)?.value;
  if (options.out !== undefined) await writeExplanation(options.out, explained, told);
  if (options.json) await print(`${jsonText(explained)}\n`);
  else {
    const emphasis = coloursOf(process.stdout);
    const width = screenWidth();
    const written = options.out === undefined ? "" : `\nWritten to ${escapedText(options.out)}\n`;
    await print(explainedPathText(explained, { width, emphasis, month: told }) + written);
  }
}
