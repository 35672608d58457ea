import type { Command } from "commander";
import { jsonText } from "../engine/shown-text.ts";
import { steadyBreakEven } from "../offer/test/steady-break-even.ts";
import { causePathsOf } from "../offer/test/test-offer.ts";
import { breakEvenJson, breakEvenText } from "../report/offer/break-even-text.ts";
import { breakEvens } from "../sim/solve/break-evens.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { wholeNumber } from "./numbers.ts";
import { openOffer } from "./open-offer.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";

type Options = {
  readonly scenario?: string;
  readonly terms?: string;
  readonly lossOneIn?: string;
  readonly paths?: string;
  readonly seed?: string;
  readonly variant?: string;
  readonly json?: boolean;
};

const examples = [
  "offer break-even lone-parents-charity",
  "offer break-even my-offer.yaml --terms both --loss-one-in 4",
  "offer break-even my-offer.yaml --json",
];

export function addOfferBreakEvenCommand(offer: Command): void {
  offer
    .command("break-even")
    .description("how many referrals, what outcomes, prices and terms does the offer need?")
    .argument("<offer>", "your offer's file, or the bare name of a shipped one")
    .option("--scenario <name>", "the scenario to test it in, in place of the one that it names")
    .option("--terms <policy>", "the terms that apply, in place of those that it names")
    .option(
      "--loss-one-in <n>",
      "how rare a loss must be where terms are solved for (default: as the offer says)",
    )
    .option("--paths <n>", "simulated futures (default 10,000)")
    .option("--seed <text>", "what luck is drawn from")
    .option("--variant <id>", "a variant that the scenario names, such as stress")
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", helpExamples(examples))
    .action(runBreakEven);
}

const mostPaths = 1_000_000;

async function runBreakEven(name: string, options: Options): Promise<void> {
  const paths = wholeNumber("--paths", options.paths ?? "10000", 1, mostPaths);
  const rare =
    options.lossOneIn === undefined ? undefined : wholeNumber("--loss-one-in", options.lossOneIn, 1, 1000);
  const { offer, opened, problems = [] } = await openOffer(name, options);
  const all = [...problems, ...[paths.problem, rare?.problem].filter((p) => p !== undefined)];
  if (offer === undefined || all.length > 0) return failWith(all);
  const { checked, place, spec } = opened;
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  const run = { paths: paths.value!, seed: spec.seed, rest };
  const limits = { leastMeanMargin: 0, mostProbabilityOfLoss: 1 / (rare?.value ?? offer.limits.oneIn) };
  const few = { ...run, paths: causePathsOf(run.paths) };
  const steady = await steadyBreakEven(spec, checked, place, few);
  const found = await breakEvens({ checked, place, limits, ...run });
  const about = { offer, checked, place, seed: spec.seed };
  if (options.json) return print(`${jsonText(breakEvenJson(about, steady, found))}\n`);
  await print(breakEvenText(about, steady, found, screenWidth(), coloursOf(process.stdout)));
}
