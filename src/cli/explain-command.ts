import { availableParallelism } from "node:os";
import type { Command } from "commander";
import type { Problem } from "../engine/problem.ts";
import { escapedText, jsonText } from "../engine/shown-text.ts";
import { explainedPathText } from "../report/explained-path-text.ts";
import { columnsOfRun } from "../sim/ledger-columns.ts";
import { openRun } from "../sim/run-spec.ts";
import { readBasis } from "./basis-option.ts";
import { coloursOf } from "./colour.ts";
import { readContractPlace } from "./contract-option.ts";
import { explainPath, policiesToSettle } from "./explain-path.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { memoryProblem } from "./memory-problem.ts";
import { wholeNumber } from "./numbers.ts";
import { readPolicyPlace } from "./policy-option.ts";
import { print } from "./print.ts";
import { readQuantile } from "./quantile-option.ts";
import { withRulesBeside } from "./rules-beside.ts";
import { addRunOptions } from "./run-options.ts";
import { ofSampling, readSampling, sampledPaths } from "./sampling-option.ts";
import { readScenario } from "./scenario-input.ts";
import { screenWidth } from "./screen-width.ts";
import { outProblem, writeExplanation } from "./write-explanation.ts";

type Options = {
  policy: string;
  policies?: string;
  threads?: string;
  out?: string;
  contract?: string;
  path?: string;
  at?: string;
  month?: string;
  basis?: string;
  paths?: string;
  sampling?: string;
  seed?: string;
  rules?: string[];
  set?: string[];
  variant?: string;
  json?: boolean;
};

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
    .argument("<scenario>", "a scenario file, or the bare name of a shipped one")
    .requiredOption("--policy <id>", "the policy whose terms are explained")
    .option(
      "--policies <ids>",
      "policies of the comparison it belongs to; a basis holds the first one's bill (default: all)",
    )
    .option("--path <n>", "the number of the future, from 1")
    .option("--at <q>", "the future whose margin is at this quantile of all (default: 0.5, the middle)")
    .option("--contract <id>", "the contract to tell, where the scenario has several (default: the first)")
    .option("--month <m>", "everything of one month, with the tree of conditions");
  addRunOptions(command, {
    basis: "unit prices as this basis sets them",
    paths: "simulated futures to choose from",
  })
    .option("--threads <n>", "worker threads to find the future with (default: as many as the machine has)")
    .option(
      "--out <file.json|folder>",
      "write the explanation: one JSON file, or JSON and text into a folder",
    )
    .addHelpText("after", helpExamples(examples))
    .action(runExplain);
}

async function runExplain(name: string, options: Options): Promise<void> {
  const input = readScenario(name, options);
  const sampling = readSampling(options.sampling);
  const spec = input.spec && { ...input.spec, ...ofSampling(sampling.value) };
  const opened = spec && openRun(spec);
  const checked = opened?.checked;
  const count =
    options.paths === undefined ? undefined : wholeNumber("--paths", options.paths, 1, 100_000_000);
  // Where --paths itself is wrong, a path is held against what could be asked for at most.
  const asked = count?.value ?? (count === undefined ? checked?.scenario.paths : undefined) ?? 100_000_000;
  const paths = sampledPaths(sampling.value, asked);
  const basis = readBasis(options.basis);
  const policy = checked && readPolicyPlace(checked, options.policy);
  const contract = checked && readContractPlace(checked, options.contract);
  const path = options.path === undefined ? undefined : wholeNumber("--path", options.path, 1, paths);
  const at = readQuantile("--at", options.at);
  const threads = wholeNumber("--threads", options.threads ?? String(availableParallelism()), 1, 256);
  const out = options.out === undefined ? undefined : outProblem(options.out);
  const month =
    options.month === undefined
      ? undefined
      : wholeNumber("--month", options.month, 1, checked?.timeline.lastMonth ?? 240);
  const problems: Problem[] = [
    ...input.problems,
    ...withRulesBeside(opened?.problems ?? [], input.path ?? ""),
    ...[policy, contract, basis, count, sampling, path, at, month, threads].flatMap((read) =>
      read?.problem === undefined ? [] : [read.problem],
    ),
    ...(out === undefined ? [] : [out]),
  ];
  if (options.path !== undefined && options.at !== undefined) {
    problems.push({
      where: "--at",
      adjective: "ambiguous",
      noun: "future",
      found: "--path and --at",
      expected: "one of them",
    });
  }
  if (problems.length > 0 || checked === undefined || spec === undefined) return failWith(problems);

  const choice = path === undefined ? { at: at.value ?? 0.5 } : { path: path.value! };
  const wanted = { basis: basis.value ?? "same-unit-prices", choice, paths };
  const memory = memoryProblem(paths, policiesToSettle(checked, wanted), columnsOfRun(checked).length);
  if (memory !== undefined) return failWith([memory]);
  const explained = await explainPath(checked, spec, {
    ...wanted,
    place: policy!.value!,
    contract: contract!.value!,
    seed: options.seed ?? checked.scenario.seed,
    threads: threads.value!,
  });
  if (options.out !== undefined) await writeExplanation(options.out, explained, month?.value);
  if (options.json) await print(`${jsonText(explained)}\n`);
  else {
    const emphasis = coloursOf(process.stdout);
    const width = screenWidth();
    const written = options.out === undefined ? "" : `\nWritten to ${escapedText(options.out)}\n`;
    await print(explainedPathText(explained, { width, emphasis, month: month?.value }) + written);
  }
}
