import type { Command } from "commander";
import { jsonText } from "../engine/shown-text.ts";
import { type MarginSource, marginLayout } from "../report/charts/margin-bins.ts";
import { comparisonOf } from "../report/comparison.ts";
import { afterAnswerText, answerText } from "../report/comparison-text.ts";
import type { Basis } from "../sim/basis.ts";
import { compare } from "../sim/compare.ts";
import { compareTallied, type TallyGroups } from "../sim/tally/compare-tallied.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { openHost } from "./open-host.ts";
import { outFolderProblem } from "./out-folder.ts";
import { print } from "./print.ts";
import { openProgressLine } from "./progress-line.ts";
import { rankFigures } from "./rank-figures.ts";
import { badFutureCommand, repeatCommand } from "./repeat-command.ts";
import { addRunOptions } from "./run-options.ts";
import { type RunOptions, readRun } from "./run-request.ts";
import { screenWidth } from "./screen-width.ts";
import { version } from "./version.ts";
import { writeResults } from "./write-results.ts";

type Options = RunOptions & { readonly json?: boolean; readonly out?: string };

const examples = [
  "compare dps-2017",
  "compare dps-2017 --policies today,both --paths 100000",
  "compare dps-2017 --basis same-expected-bill --json > result.json",
  "compare dps-2017 --set both.setUpFeeShare=0.5 --out results/",
  "compare dps-2017 --variant stress",
  "compare my-contract.yaml --rules my-term.json",
];

export function addCompareCommand(program: Command): void {
  const command = program
    .command("compare")
    .description("compare the policies of a scenario: who loses what, how often, at what price")
    .argument("<scenario>", "a scenario file, or the bare name of a shipped one")
    .option("--policies <ids>", "policies to compare, separated by commas; differences are from the first");
  addRunOptions(command, { basis: "what is held equal", paths: "simulated futures" })
    .option("--threads <n>", "worker threads (default: as many as the machine has)")
    .option("--out <folder>", "write result.json, CSV tables and report.html into a folder")
    .addHelpText("after", helpExamples(examples))
    .action(runCompare);
}

async function runCompare(name: string, options: Options): Promise<void> {
  const out = options.out === undefined ? undefined : outFolderProblem(options.out);
  const basisOption = options.basis ?? (options.json ? "same-unit-prices" : undefined);
  const { request, problems } = readRun(
    name,
    basisOption === undefined ? options : { ...options, basis: basisOption },
    [out],
    "by basis",
  );
  if (request === undefined) return failWith(problems);
  const { checked, spec, seed, paths: count, basis } = request;
  const host = await openHost(checked, spec, request.threads);
  const line = openProgressLine(() => performance.now());
  try {
    const simulate: Parameters<typeof compare>[2] = (policies, n) => host.simulate(policies, n, line.show);
    const tally: TallyGroups = (policies, n, plan, first) => host.tally(policies, n, plan, first, line.show);
    const chosen: Basis[] = basis === undefined ? ["same-unit-prices", "same-expected-bill"] : [basis];
    const { requirement } = checked.scenario;
    const results = [];
    let atUnitPrices: Awaited<ReturnType<typeof compare>>["ledgers"] | undefined;
    let margins: MarginSource | undefined;
    const compareOn = async (each: Basis) => {
      const asked = { basis: each, paths: count, requirement };
      if (!request.tallied) {
        const { result, ledgers } = await compare(checked, { ...asked, atUnitPrices }, simulate);
        if (each === "same-unit-prices") atUnitPrices = ledgers;
        margins ??= ledgers;
        return result;
      }
      const layOutMargins = options.out === undefined ? undefined : marginLayout;
      const compared = await compareTallied(checked, { ...asked, layOutMargins }, simulate, tally);
      margins ??= compared.margins;
      return compared.result;
    };
    for (const each of chosen) {
      const before = host.elapsedMs();
      const result = await compareOn(each);
      const elapsedMs = host.elapsedMs() - before;
      results.push(comparisonOf(checked, result, { version, seed, paths: count, elapsedMs }));
    }
    line.clear();
    const text = {
      width: screenWidth(),
      out: options.out,
      badFuture: badFutureCommand(name, options, checked.policies[0]!.spec.id),
      emphasis: coloursOf(process.stdout),
    };
    // Ranking judged figures takes longer than the answer, which need not wait for it; what is written must come first.
    const early = !options.json && options.out === undefined;
    if (early) await print(answerText(checked, results, text));
    const people = !options.json || options.out !== undefined;
    const judged = people ? await rankFigures(checked, results, seed) : undefined;
    if (options.out !== undefined) {
      const command = repeatCommand(name, options, { paths: count, seed });
      await writeResults(options.out, checked, results, margins, command, judged);
    }
    if (options.json) await print(`${jsonText(results[0])}\n`);
    else {
      if (!early) await print(answerText(checked, results, text));
      await print(`\n${afterAnswerText(checked, { ...text, judged })}`);
    }
  } finally {
    line.clear();
    await host.close();
  }
}
