import type { Command } from "commander";
import type { Problem } from "../engine/problem.ts";
import { escapedText } from "../engine/shown-text.ts";
import { doubtsOf } from "../offer/doubts.ts";
import { offerQuestions } from "../offer/questions/all-questions.ts";
import { doubtsText } from "../report/offer/offer-check-text.ts";
import { openAskedLines } from "./asked-lines.ts";
import { readCheckedOffer } from "./checked-offer.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { askOffer, type FormAnswers } from "./offer-form.ts";
import { nextLines } from "./offer-next.ts";
import { takenOutProblem } from "./offer-out-problem.ts";
import { type OfferStart, readOfferStart, usualScenario } from "./offer-start.ts";
import { outFileProblem } from "./out-file.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";
import { keepUnfinished } from "./unfinished-offer.ts";
import { writeOfferFile } from "./write-offer-file.ts";

type Options = {
  readonly scenario?: string;
  readonly terms?: string;
  readonly from?: string;
  readonly yes?: boolean;
  readonly force?: boolean;
};

const examples = [
  "offer init my-offer.yaml",
  "offer init my-offer.yaml --from my-offer.xlsx",
  "offer init my-offer.yaml --scenario dps-2017 --terms today --yes",
];

export function addOfferInitCommand(offer: Command): void {
  offer
    .command("init")
    .description("ask for an offer question by question, and write it as a commented file")
    .argument("[file]", "where (default: my-offer.yaml); its name becomes the offer's")
    .option(
      "--scenario <name>",
      `the shipped scenario that the offer is tested in (default: ${usualScenario})`,
    )
    .option("--terms <policy>", "the policy whose terms apply; asked for where left out")
    .option("--from <offer>", "an offer whose answers to start from, in YAML, JSON or XLSX")
    .option("--yes", "ask nothing: what no file answers stays as the scenario has it")
    .option("--force", "write over a file that is there")
    .addHelpText("after", helpExamples(examples))
    .action(runOfferInit);
}

async function runOfferInit(file: string | undefined, options: Options): Promise<void> {
  const path = file ?? "my-offer.yaml";
  const wrong = takenOutProblem(path, options.force, ".yaml", path) ?? outFileProblem(path, path);
  if (wrong !== undefined) return failWith([wrong]);
  const { start, problems } = await readOfferStart(options);
  if (start === undefined) return failWith(problems);
  for (const note of start.notes) await print(`${escapedText(`note: ${note}`)}\n`);
  if (options.yes) return finish(path, start, asScenario(start), [limitsWords(start)]);
  const lines = openAskedLines();
  try {
    await print(openingWords(start));
    const termsGiven = options.terms !== undefined;
    const answers = await askOffer({ ask: lines.ask, say: print }, start.base.checked, start, termsGiven);
    const missing = answers.complete ? [] : missingAnswers(start, answers);
    if (lines.stopped()) return await keepUnfinished(path, start, answers);
    if (missing.length > 0) return failWith(missing);
    await finish(path, start, answers, ["What nobody answered stays as the scenario has it."]);
  } finally {
    lines.close();
  }
}

function openingWords({ base }: OfferStart): string {
  const { scenario } = base.checked;
  return [
    "This form asks what you would offer, and writes it to a file on this machine. Nothing is sent anywhere.",
    "Have at hand: the invitation, what such work has cost you, and what your reserves allow.",
    "Press Enter to keep what is shown. Type ? for help, back to go back, skip to leave the rest of a part.",
    escapedText(`It is tested in the scenario ${scenario.id}: ${scenario.title}. --scenario names another.`),
    "",
  ].join("\n");
}

/** All of the scenario's figures; its reserves are cash, its overdraft too, and the cash is what can be lost. */
function asScenario({ base, place, names, numbers }: OfferStart): FormAnswers {
  const { reserves, overdraft } = base.checked.scenario.provider;
  const cash = numbers.get("limits.cash") ?? reserves?.mean ?? 0;
  // Beside cash that someone has named, an overdraft that nobody named is none.
  const lent = numbers.has("limits.cash") ? [] : [["limits.overdraft", overdraft?.mean ?? 0] as const];
  const limits = new Map([["limits.cash", cash], ...lent, ["limits.loss", cash], ...numbers]);
  return {
    names: { ...names, provider: names.provider ?? "My organisation" },
    place,
    numbers: limits,
    complete: true,
  };
}

function limitsWords({ numbers }: OfferStart): string {
  return numbers.has("limits.cash") && numbers.has("limits.loss")
    ? ""
    : "Its limits are not yours yet: put in the cash that you can tie up and the loss that you can bear.";
}

function missingAnswers({ base }: OfferStart, { names, place, numbers }: FormAnswers): Problem[] {
  const questions = offerQuestions(base.checked, base.checked.policies[place]!).flatMap((s) => s.questions);
  const open = questions
    .filter(({ required, path }) => required && !numbers.has(path))
    .map(({ path }) => path);
  const all = names.provider === undefined ? ["provider", ...open] : open;
  return all.map((found) => ({
    where: "stdin",
    adjective: "missing",
    noun: "answer",
    found,
    expected: "an answer a line, in the order of the questions",
  }));
}

async function finish(path: string, start: OfferStart, answers: FormAnswers, words: string[]): Promise<void> {
  await writeOfferFile(path, start, answers);
  await print(`\n${[escapedText(`Wrote ${path}.`), ...words].join(" ").trim()}\n\n`);
  const { checked, problems } = await readCheckedOffer(path);
  if (checked === undefined) return failWith(problems);
  const doubts = doubtsOf(checked.offer, checked.base.checked, checked.place, checked.planned);
  const said = doubtsText(doubts, screenWidth(), coloursOf(process.stdout));
  await print(
    `${said === "" ? "" : `${said}\n`}${nextLines(["offer", "check", path], ["offer", "test", path])}`,
  );
}
