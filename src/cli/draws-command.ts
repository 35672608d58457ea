import type { Command } from "commander";
import { drawsColumns } from "../report/draws-columns.ts";
import { type DrawnPolicy, drawsHead, drawsRows } from "../report/draws-rows.ts";
import type { Simulate } from "../sim/compare.ts";
import { solveBasis } from "../sim/solve-basis.ts";
import { drawsHelp } from "./draws-help.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { openHost } from "./open-host.ts";
import { openOutFile, outFileProblem } from "./out-file.ts";
import { openProgressLine } from "./progress-line.ts";
import { addRunOptions } from "./run-options.ts";
import { type RunOptions, readRun } from "./run-request.ts";

type Options = RunOptions & { readonly out?: string; readonly json?: boolean };

const examples = [
  "draws dps-2017 --policies today,both --paths 1000 > draws.csv",
  "draws dps-2017 --basis same-expected-bill --out draws.csv",
];

/** Futures that are written at a time. */
const atOnce = 4096;

export function addDrawsCommand(program: Command): void {
  const command = program
    .command("draws")
    .description("every simulated future as CSV, one row a future and policy, for audit")
    .argument("<scenario>", "a scenario or an offer: a file, or the bare name of a shipped one")
    .option("--policies <ids>", "policies to draw, separated by commas");
  addRunOptions(command, {
    basis: "unit prices as this basis sets them",
    paths: "simulated futures",
    json: "one JSON object a line instead of CSV",
  })
    .option("--threads <n>", "worker threads (default: as many as the machine has)")
    .option("--out <file>", "write the CSV into a file (default: stdout)")
    .addHelpText("after", drawsHelp() + helpExamples(examples))
    .action(runDraws);
}

async function runDraws(name: string, options: Options): Promise<void> {
  const out = options.out === undefined ? undefined : outFileProblem(options.out);
  const { request, problems } = readRun(name, options, [out]);
  if (request === undefined) return failWith(problems);
  const { checked, spec, paths, basis } = request;
  const host = await openHost(checked, spec, request.threads);
  const line = openProgressLine(() => performance.now());
  try {
    const simulate: Simulate = (policies, n) => host.simulate(policies, n, line.show);
    const solved = await solveBasis(
      checked,
      { basis: basis ?? "same-unit-prices", paths, requirement: checked.scenario.requirement },
      simulate,
    );
    line.clear();
    const policies = checked.policies.map(
      ({ spec: policy }, p): DrawnPolicy => ({
        id: policy.id,
        priceScale: solved.scales[p]!,
        ledger: solved.ledgers[p]!,
      }),
    );
    const { askedPaths } = request;
    if (askedPaths !== paths)
      process.stderr.write(
        `quasi-random futures come in powers of two: ${askedPaths} rounded up to ${paths}\n`,
      );
    const file = openOutFile(options.out);
    try {
      const hasBudget = checked.scenario.commissioner.budgetPerFinancialYear !== undefined;
      const draws = { policies, columns: drawsColumns(checked), hasBudget };
      if (!options.json) await file.write(drawsHead(draws));
      for (let from = 0; from < paths; from += atOnce)
        await file.write(
          drawsRows(draws, from, Math.min(paths, from + atOnce), options.json ? "json" : "csv"),
        );
      file.finish();
    } finally {
      file.abandon();
    }
  } finally {
    line.clear();
    await host.close();
  }
}
