import type { Command } from "commander";
import { escapedText } from "../engine/shown-text.ts";
import { numbersOf, offerDocument } from "../offer/offer-document.ts";
import { offerQuestions } from "../offer/questions/all-questions.ts";
import { withStandards } from "../offer/questions/with-standards.ts";
import { offerSheets } from "../offer/workbook/offer-sheets.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { nextLines } from "./offer-next.ts";
import { takenOutProblem } from "./offer-out-problem.ts";
import { readOfferStart, usualScenario } from "./offer-start.ts";
import { openOutFile, outFileProblem } from "./out-file.ts";
import { print } from "./print.ts";

type Options = {
  readonly out?: string;
  readonly scenario?: string;
  readonly terms?: string;
  readonly force?: boolean;
};

const examples = ["offer workbook --out my-offer.xlsx", "offer workbook my-offer.yaml --out my-offer.xlsx"];

export function addOfferWorkbookCommand(offer: Command): void {
  offer
    .command("workbook")
    .description(
      "write the form as a workbook (XLSX) to fill in and send back, with an offer's answers if one is named",
    )
    .argument("[offer]", "a file in YAML, JSON or XLSX, or the bare name of a shipped offer")
    .option("--out <file>", "where (default: my-offer.xlsx)")
    .option(
      "--scenario <name>",
      `the shipped scenario that the offer is tested in (default: ${usualScenario})`,
    )
    .option("--terms <policy>", "the policy whose terms apply (default: the scenario's first)")
    .option("--force", "write over a file that is there")
    .addHelpText("after", helpExamples(examples))
    .action(runOfferWorkbook);
}

async function runOfferWorkbook(from: string | undefined, options: Options): Promise<void> {
  const out = options.out ?? "my-offer.xlsx";
  const wrong = takenOutProblem(out, options.force, ".xlsx") ?? outFileProblem(out);
  if (wrong !== undefined) return failWith([wrong]);
  const { start, problems } = await readOfferStart({ ...options, from });
  if (start === undefined) return failWith(problems);
  const { base, place, names, numbers } = start;
  const policy = base.checked.policies[place]!;
  const document = offerDocument(
    { id: "", provider: "", ...names, scenario: base.checked.scenario.id, terms: policy.spec.id },
    numbers,
  );
  const { writeWorkbook } = await import("../workbook/write-workbook.ts");
  const file = openOutFile(out);
  try {
    const questions = offerQuestions(base.checked, policy);
    const sections = withStandards(questions, numbersOf(document), base.checked);
    await file.write(await writeWorkbook(offerSheets(document, sections)));
    file.finish();
  } finally {
    file.abandon();
  }
  const next = nextLines(["offer", "check", out], ["offer", "test", out]);
  await print(
    `${escapedText(`wrote ${out}`)}: fill in the yellow column of the sheet Offer and save it. ${next}`,
  );
}
