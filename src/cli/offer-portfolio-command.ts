import type { Command } from "commander";
import { jsonText } from "../engine/shown-text.ts";
import { assessPortfolio } from "../offer/before/assess-portfolio.ts";
import { portfolioJson } from "../report/portfolio/portfolio-json.ts";
import { portfolioText } from "../report/portfolio/portfolio-text.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { wholeNumber } from "./numbers.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";
import { readStandingOffers } from "./standing-offer-files.ts";

type Options = {
  readonly scenario?: string;
  readonly terms?: string;
  readonly paths?: string;
  readonly seed?: string;
  readonly json?: boolean;
};

const examples = [
  "offer portfolio lone-parents-charity",
  "offer portfolio my-offer.yaml --terms both",
  "offer portfolio offers/*.yaml --paths 50000",
  "offer portfolio my-offer.yaml --json",
];

const usualPaths = "10000";

export function addOfferPortfolioCommand(group: Command): void {
  group
    .command("portfolio")
    .description(
      "what your standing offers come to together, from the day you make them: bids, waiting, call-offs, contracts",
    )
    .argument("<offers...>", "files of your own offers, or the bare names of shipped ones")
    .option("--scenario <name>", "the scenario of the contract, in place of the offers'")
    .option("--terms <policy>", "the policy whose terms apply, in place of the offers'")
    .option("--paths <n>", `simulated futures (default: ${usualPaths})`)
    .option("--seed <text>", "what luck is drawn from (default: as the scenario says)")
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", helpExamples(examples))
    .action(runOfferPortfolio);
}

async function runOfferPortfolio(names: readonly string[], options: Options): Promise<void> {
  const { offers, problems } = await readStandingOffers(names, options);
  const paths = wholeNumber("--paths", options.paths ?? usualPaths, 2, 200_000);
  if (problems.length > 0 || paths.value === undefined)
    return failWith([...problems, ...(paths.problem ? [paths.problem] : [])]);
  const seed = options.seed ?? offers[0]!.checked.scenario.seed;
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  const assessed = await assessPortfolio(offers, { paths: paths.value, seed, rest });
  if (options.json) return print(`${jsonText(portfolioJson(assessed))}\n`);
  await print(portfolioText(assessed, screenWidth(), coloursOf(process.stdout)));
}
