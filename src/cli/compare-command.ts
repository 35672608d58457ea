import type { Command } from "commander";
import { jsonText } from "../engine/shown-text.ts";
import { comparisonOf } from "../report/comparison.ts";
import { afterAnswerText, answerText, firstAnswerText, laterAnswerText } from "../report/comparison-text.ts";
import type { Basis } from "../sim/basis.ts";
import type { BasisResult } from "../sim/compare.ts";
import { coloursOf } from "./colour.ts";
import { openCompareRuns } from "./compare-runs.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { openHost, startThreadsEarly } from "./open-host.ts";
import { outFolderProblem } from "./out-folder.ts";
import { readPrecision } from "./precision-option.ts";
import { print } from "./print.ts";
import { openProgressLine } from "./progress-line.ts";
import type { rankFigures } from "./rank-figures.ts";
import { badFutureCommand, repeatCommand } from "./repeat-command.ts";
import { addRunOptions } from "./run-options.ts";
import { type RunOptions, readRun } from "./run-request.ts";
import { runUntilPrecise } from "./run-until-precise.ts";
import { atRandom } from "./sampling-option.ts";
import { screenWidth } from "./screen-width.ts";
import { version } from "./version.ts";

type Options = RunOptions & { readonly json?: boolean; readonly out?: string; readonly precision?: string };

/** Where a run of unknown length begins. */
const fewPaths = 8192;

const examples = [
  "compare dps-2017",
  "compare dps-2017 --policies today,both --paths 100000",
  "compare dps-2017 --basis same-expected-bill --json > result.json",
  "compare dps-2017 --set both.setUpFeeShare=0.5 --out results/",
  "compare dps-2017 --variant stress",
  "compare dps-2017 --basis same-unit-prices --precision probabilityOfLoss=0.002",
  "compare dps-2017 --sampling quasi",
  "compare my-contract.yaml --rules my-term.json",
];

export function addCompareCommand(program: Command): void {
  const command = program
    .command("compare")
    .description("compare the policies of a scenario: who loses what, how often, at what price")
    .argument("<scenario>", "a scenario or an offer: a file, or the bare name of a shipped one")
    .option("--policies <ids>", "policies to compare, separated by commas; differences are from the first");
  addRunOptions(command, { basis: "what is held equal", paths: "simulated futures" })
    .option("--threads <n>", "worker threads (default: as many as the machine has)")
    .option(
      "--precision <metric=halfwidth>",
      "run until the 95 % interval of a measure is that narrow under every policy (on --basis same-unit-prices where none is named; --paths is where it begins); difference.metric for differences",
      (value: string, before: string | undefined) => (before === undefined ? value : `${before}, ${value}`),
    )
    .option("--out <folder>", "write result.json, CSV tables and report.html into a folder")
    .addHelpText("after", helpExamples(examples))
    .action(runCompare);
}

async function runCompare(name: string, options: Options): Promise<void> {
  startThreadsEarly(options);
  const out = options.out === undefined ? undefined : outFolderProblem(options.out);
  const asked = readPrecision(options.precision);
  // A precision is of one basis: the second, whose prices are solved, would need many times the futures.
  const isOneBasis = options.json || options.precision !== undefined;
  const basisOption = options.basis ?? (isOneBasis ? "same-unit-prices" : undefined);
  const { request, problems } = readRun(
    name,
    basisOption === undefined ? options : { ...options, basis: basisOption },
    [out, asked.problem],
    "by basis",
  );
  if (request === undefined) return failWith(problems);
  const { checked, spec, seed, basis, mostPaths } = request;
  const { value: precision } = asked;
  const threads = precision ? request.allowedThreads : request.threads;
  const solves = basis === undefined || isSolved(basis);
  const host = await openHost(checked, spec, threads, { solves });
  const line = openProgressLine(() => performance.now());
  try {
    const bases: readonly Basis[] =
      basis === undefined ? ["same-unit-prices", "same-expected-bill"] : [basis];
    const text = {
      width: screenWidth(),
      out: options.out,
      badFuture: badFutureCommand(name, options, checked.policies[0]!.spec.id),
      emphasis: coloursOf(process.stdout),
    };
    // Later bases and the ranking of judged figures need not be waited for; what is written must come first.
    const early = !options.json && options.out === undefined;
    let begun = false;
    const begin = async (result: BasisResult, elapsedMs: number, paths: number) => {
      if (begun || !early || precision || checked.policies.length < 2 || bases.length < 2) return;
      const provenance = { version, seed, paths, askedPaths: request.askedPaths, elapsedMs };
      const words = firstAnswerText(checked, comparisonOf(checked, result, provenance), bases.slice(1), text);
      if (words === undefined) return;
      begun = true;
      line.clear();
      await print(words);
    };
    const run = openCompareRuns({
      checked,
      host,
      bases,
      withMargins: options.out !== undefined,
      onProgress: line.show,
      onResult: begin,
    });
    const first = options.paths === undefined ? Math.min(request.paths, fewPaths) : request.paths;
    const precise = precision && (await runUntilPrecise(precision, first, mostPaths, run));
    const paths = precise?.paths ?? request.paths;
    const { results, elapsedMs, margins } = precise?.compared ?? (await run(paths));
    const askedPaths = precise === undefined ? request.askedPaths : undefined;
    const comparisons = results.map((result, b) => {
      const provenance = { version, seed, paths, askedPaths, elapsedMs: elapsedMs[b]! };
      return comparisonOf(checked, result, provenance, precise?.stated);
    });
    line.clear();
    const answer = begun ? laterAnswerText : answerText;
    if (early) await print(answer(checked, comparisons, text));
    const people = !options.json || options.out !== undefined;
    const judged = people ? await ranked(atRandom(checked), comparisons, seed) : undefined;
    if (options.out !== undefined) {
      const command = repeatCommand(name, options, { paths, seed });
      const { writeResults } = await import("./write-results.ts");
      await writeResults(options.out, checked, comparisons, margins, command, judged);
    }
    if (options.json) await print(`${jsonText(comparisons[0])}\n`);
    else {
      if (!early) await print(answer(checked, comparisons, text));
      await print(`\n${afterAnswerText(checked, { ...text, judged })}`);
    }
  } finally {
    line.clear();
    await host.close();
  }
}

/** Are unit prices solved on the futures? */
function isSolved(basis: Basis): boolean {
  return basis === "same-expected-bill" || basis === "same-requirement";
}

const ranked: typeof rankFigures = async (...of) => (await import("./rank-figures.ts")).rankFigures(...of);
