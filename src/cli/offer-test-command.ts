import { availableParallelism } from "node:os";
import type { Command } from "commander";
import { jsonText } from "../engine/shown-text.ts";
import { offerColumns, testOffer } from "../offer/test/test-offer.ts";
import { boardHtml } from "../report/offer/board-html.ts";
import { offerCsv } from "../report/offer/offer-csv.ts";
import { offerTestJson } from "../report/offer/offer-test-json.ts";
import { offerTestText } from "../report/offer/offer-test-text.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { memoryProblem } from "./memory-problem.ts";
import { wholeNumber } from "./numbers.ts";
import { nextLines } from "./offer-next.ts";
import { openHost, startThreadsEarly, usefulThreads } from "./open-host.ts";
import { openOffer } from "./open-offer.ts";
import { outFolderProblem, writeFiles } from "./out-folder.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";
import { programWords, typedWords } from "./typed-words.ts";

type Options = {
  readonly scenario?: string;
  readonly terms?: string;
  readonly paths?: string;
  readonly seed?: string;
  readonly threads?: string;
  readonly rules?: string[];
  readonly variant?: string;
  readonly json?: boolean;
  readonly out?: string;
};

const examples = [
  "offer test lone-parents-charity",
  "offer test my-offer.yaml --terms both",
  "offer test my-offer.yaml --variant stress",
  "offer test my-offer.yaml --out results",
  "offer test my-offer.yaml --paths 100000 --json",
];

export function addOfferTestCommand(offer: Command): void {
  offer
    .command("test")
    .description("is the offer viable within your own limits, under these terms and all others?")
    .argument("<offer>", "your offer's file, or the bare name of a shipped one")
    .option("--scenario <name>", "the scenario to test it in, in place of the one that it names")
    .option("--terms <policy>", "the terms that apply, in place of those that it names")
    .option("--paths <n>", "simulated futures (default 20,000)")
    .option("--seed <text>", "what luck is drawn from")
    .option("--threads <n>", "threads to use")
    .option("--rules <file...>", "your own rulesets, for the scenario to bind")
    .option("--variant <id>", "a variant that the scenario names, such as stress")
    .option("--json", "print JSON on stdout and nothing else")
    .option("--out <folder>", "write the page for your board, its numbers and tables there")
    .addHelpText("after", helpExamples(examples))
    .action(runOfferTest);
}

const mostPaths = 10_000_000;

async function runOfferTest(name: string, options: Options): Promise<void> {
  startThreadsEarly(options);
  const paths = wholeNumber("--paths", options.paths ?? "20000", 1, mostPaths);
  const threads = wholeNumber("--threads", options.threads ?? String(availableParallelism()), 1, 256);
  const { offer, opened, problems = [] } = await openOffer(name, options);
  const out = options.out === undefined ? undefined : outFolderProblem(options.out);
  const all = [...problems, ...[paths.problem, threads.problem, out].filter((p) => p !== undefined)];
  if (offer === undefined || all.length > 0) return failWith(all);
  const { spec, checked, place } = opened;
  const memory = memoryProblem(paths.value!, checked.policies.length, offerColumns.length);
  if (memory !== undefined) return failWith([memory]);
  const before = performance.now();
  const useful = usefulThreads(threads.value!, paths.value!, checked);
  const host = await openHost(checked, spec, useful, { columns: offerColumns });
  try {
    const test = await testOffer({
      offer,
      spec,
      checked,
      place,
      paths: paths.value!,
      seed: spec.seed,
      simulate: async (policies, futures) => {
        const ledgers = await host.simulate(policies, futures);
        // Threads take a while to end, as they did to start: they do while the measures are taken.
        void host.close();
        return ledgers;
      },
      rest: () => new Promise<void>((resolve) => setImmediate(resolve)),
    });
    const elapsedMs = Math.round(performance.now() - before);
    const json = `${jsonText(offerTestJson(offer, checked, test, elapsedMs))}\n`;
    if (options.out !== undefined) {
      writeFiles(options.out, {
        "board.html": boardHtml(offer, checked, test, { command: commandOf(name, options, test) }),
        "offer-test.json": json,
        ...offerCsv(test),
      });
    }
    if (options.json) return await print(json);
    await print(offerTestText(offer, checked, test, screenWidth(), coloursOf(process.stdout)));
    const more = offer.before === undefined ? [] : [["offer", "portfolio", name]];
    await print(`\n${nextLines(["offer", "break-even", name], ...more)}`);
  } finally {
    await host.close();
  }
}

/** The command that gives this answer again, with the futures and the seed spelled out. */
function commandOf(
  name: string,
  options: Options,
  run: { readonly paths: number; readonly seed: string },
): string {
  const { scenario, terms, rules, variant } = options;
  const words = [...programWords(), "offer", "test", name];
  if (scenario !== undefined) words.push("--scenario", scenario);
  if (terms !== undefined) words.push("--terms", terms);
  if (rules !== undefined) words.push("--rules", ...rules);
  if (variant !== undefined) words.push("--variant", variant);
  return typedWords([...words, "--paths", String(run.paths), "--seed", run.seed]).join(" ");
}
