import type { Command } from "commander";
import type { Problem } from "../engine/problem.ts";
import { jsonText } from "../engine/shown-text.ts";
import { aboutSolution } from "../report/solution-about.ts";
import { solutionJson } from "../report/solution-json.ts";
import { solutionText } from "../report/solution-text.ts";
import { columnsRead } from "../sim/risk/columns-read.ts";
import { findVariable } from "../sim/solve/find-variable.ts";
import { lookFor, takesLong } from "../sim/solve/look-for.ts";
import { type Solution, solve } from "../sim/solve/solve.ts";
import { hasOwnWorlds, openTrials, type SimulateTried } from "../sim/solve/trials.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { openHost } from "./open-host.ts";
import { print } from "./print.ts";
import { readRun } from "./run-request.ts";
import { screenWidth } from "./screen-width.ts";
import { readSuchThat } from "./such-that-option.ts";

type Options = {
  readonly for?: string;
  readonly suchThat?: string;
  readonly policy?: string;
  readonly paths?: string;
  readonly seed?: string;
  readonly threads?: string;
  readonly rules?: string[];
  readonly set?: string[];
  readonly variant?: string;
  readonly json?: boolean;
};

const examples = [
  "solve dps-2017 --for serviceFeeShare --such-that probabilityOfLoss<=0.5",
  "solve dps-2017 --for cancellationCap --such-that meanMargin>=-5000 --policy both",
  "solve dps-2017 --for priceScale --such-that meanMargin>=0 --policy today",
  "solve dps-2017 --for referralShare --such-that meanMargin>=0 --policy both",
  "solve dps-2017 --for outcomeRateScale --such-that meanMargin>=0 --policy both",
  "solve lone-parents-charity --for startPrice --such-that meanMargin>=0",
  "solve dps-2017 --for costs.setUp --such-that probabilityOfLoss<=0.6 --json",
];

export function addSolveCommand(program: Command): void {
  program
    .command("solve")
    .description("find the value of a term, a price or a figure at which a measure just meets a limit")
    .argument("<scenario>", "a scenario or an offer: a file, or the bare name of a shipped one")
    .option(
      "--for <parameter>",
      "a parameter of the terms, priceScale, referralShare, outcomeRateScale, or a figure such as costs.setUp",
    )
    .option("--such-that <condition>", 'what must hold, such as "probabilityOfLoss<=0.1"')
    .option("--policy <id>", "the policy; the first that has the parameter where left out")
    .option("--paths <n>", "simulated futures (default: as the scenario says, 20,000 at most)")
    .option("--seed <text>", "what luck is drawn from")
    .option("--threads <n>", "threads to use, where a future takes long")
    .option("--rules <file...>", "your own rulesets, for the scenario to bind")
    .option("--set <policy.parameter=value...>", "set a parameter of a policy (* is every policy)")
    .option("--variant <id>", "a variant that the scenario names")
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", helpExamples(examples))
    .action(runSolve);
}

const mostByDefault = 20_000;

async function runSolve(name: string, options: Options): Promise<void> {
  const suchThat = readSuchThat(options.suchThat);
  const unasked =
    options.for === undefined
      ? ({ where: "--for", adjective: "missing", noun: "option", expected: "what to solve for" } as const)
      : undefined;
  const { request, problems } = readRun(name, options, [unasked, suchThat.problem]);
  if (request === undefined || suchThat.target === undefined || options.for === undefined)
    return failWith(problems ?? []);
  const { checked, seed } = request;
  const own = options.policy ?? request.terms;
  const ofOffer = findVariable(checked, options.for, own);
  // An offer's own terms come first; what they do not have is solved under the first terms that do.
  const { found, problem } =
    ofOffer.found === undefined && options.policy === undefined
      ? findVariable(checked, options.for, undefined)
      : ofOffer;
  if (found === undefined) return failWith([problem]);
  const paths = options.paths === undefined ? Math.min(request.paths, mostByDefault) : request.paths;
  const { variable, place } = found;
  const { target } = suchThat;
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  const look = lookFor(checked);
  const columns = columnsRead([target.metric]);
  // Worlds that no other value can use, each of which takes long, are worth a start of threads.
  const host =
    takesLong(look) && hasOwnWorlds(variable) && request.allowedThreads > 1
      ? await openHost(checked, { ...request.spec, seed }, request.allowedThreads, { columns })
      : undefined;
  const simulateTried: SimulateTried | undefined =
    host && ((tried, scaled, futures) => host.simulate(scaled, futures, undefined, tried));
  const trials = openTrials({
    ...{ checked, place, variable, metric: target.metric, seed, rest },
    ...(simulateTried && { simulateTried }),
  });
  try {
    const solution = await solve(variable, target, trials, paths, look);
    if (isUnmeasured(solution)) return failWith([unmeasured(target.metric)]);
    const about = aboutSolution(checked, place, { variable, target, solution, seed });
    if (options.json) return await print(`${jsonText(solutionJson(about))}\n`);
    await print(solutionText(about, screenWidth(), coloursOf(process.stdout)));
  } finally {
    trials.close();
    await host?.close();
  }
}

/** Is there nothing to measure, whatever the value: a budget that the scenario does not have cannot be exceeded. */
function isUnmeasured({ now, scan }: Solution): boolean {
  return [now, ...scan.map(({ estimate }) => estimate)].every(({ value }) => value === null);
}

function unmeasured(metric: string): Problem {
  const expected = "a measure that the scenario has something to measure of";
  return { where: "--such-that", adjective: "unsupported", noun: "measure", found: metric, expected };
}
