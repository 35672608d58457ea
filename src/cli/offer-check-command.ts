import type { Command } from "commander";
import { escapedText, jsonText } from "../engine/shown-text.ts";
import { doubtsOf } from "../offer/doubts.ts";
import { offerCheckJson } from "../report/offer/offer-check-json.ts";
import { doubtsText } from "../report/offer/offer-check-text.ts";
import { shownName } from "../report/visible-width.ts";
import { readCheckedOffer } from "./checked-offer.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { shownPath } from "./input-file.ts";
import { nextLines } from "./offer-next.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";

const examples = [
  "offer check my-offer.yaml",
  "offer check my-offer.xlsx",
  "offer check lone-parents-charity",
];

export function addOfferCheckCommand(offer: Command): void {
  offer
    .command("check")
    .description("say what is wrong, missing or implausible in an offer, and why")
    .argument("<offer>", "a file in YAML, JSON or XLSX, or the bare name of a shipped offer")
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", helpExamples(examples))
    .action(runOfferCheck);
}

async function runOfferCheck(name: string, options: { json?: boolean }): Promise<void> {
  const { checked, notes, problems } = await readCheckedOffer(name);
  if (checked === undefined) return failWith(problems);
  const { offer, document, base, place, planned } = checked;
  const doubts = doubtsOf(offer, base.checked, place, planned);
  const policy = base.checked.policies[place]!.spec;
  const at = (path: string) => document.where(path.split("."));
  if (options.json) return print(`${jsonText(offerCheckJson(offer, policy.id, doubts, notes, at))}\n`);
  const colours = coloursOf(process.stdout);
  const width = screenWidth();
  const about = `It is tested in ${offer.scenario} under these terms: ${shownName(policy.title)} (${policy.id}).`;
  const lines = [
    `${colours.green("In order")}: ${escapedText(name === offer.id ? name : shownPath(name))}, ${shownName(offer.provider)}. ${about}`,
    ...notes.map((note) => escapedText(`note: ${note}`)),
  ];
  await print(`${lines.join("\n")}\n`);
  const said = doubtsText(doubts, width, colours);
  await print(
    `\n${said === "" ? "Nothing to look at again.\n" : said}\n${nextLines(["offer", "test", name], ...(offer.before === undefined ? [] : [["offer", "portfolio", name]]))}`,
  );
}
