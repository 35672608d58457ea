import type { Command } from "commander";
import { riskFactsOf } from "../award/offer-risks.ts";
import { openRound } from "../award/open-round.ts";
import { pullsBothWays } from "../award/pulls-both-ways.ts";
import { rankingParadox } from "../award/ranking-paradox.ts";
import { unreadValues } from "../award/unread-values.ts";
import { jsonText } from "../engine/shown-text.ts";
import { awardJson } from "../report/award/award-json.ts";
import { awardText } from "../report/award/award-text.ts";
import { noiseJson, noiseText } from "../report/award/noise-words.ts";
import { riskJson, riskText } from "../report/award/risk-words.ts";
import { shownName } from "../report/visible-width.ts";
import { besideProblems } from "./award-beside.ts";
import { readAward } from "./award-files.ts";
import { type AwardFolders, awardFolderProblems, writeAwardFolders } from "./award-folders.ts";
import { addNoiseOptions, drawNoise, type NoiseOptions, readNoise } from "./award-noise.ts";
import { noticesOption } from "./award-notices.ts";
import { addOcdsOptions, type OcdsOptions, ocdsProblems, writeOcds } from "./award-ocds.ts";
import { offerNamed, onlyOption } from "./award-only.ts";
import { awardOutOption } from "./award-out.ts";
import {
  addRiskOptions,
  type RiskOptions,
  readRisk,
  requirementWithRisk,
  simulateOffers,
} from "./award-risk.ts";
import { coloursOf } from "./colour.ts";
import { failWith } from "./failure.ts";
import { helpExamples } from "./help-examples.ts";
import { print } from "./print.ts";
import { screenWidth } from "./screen-width.ts";

type Options = OcdsOptions &
  RiskOptions &
  NoiseOptions &
  AwardFolders & { readonly json?: boolean; readonly rules?: readonly string[] };

const examples = [
  "award goldilocks",
  "award dps-lone-parents",
  "award dps-lone-parents --risk --noise 0.5",
  "award dps-lone-parents --notices letters/",
  "award my-requirement.yaml my-offers.yaml --json",
  "award dps-lone-parents --ocds release.json",
];

export function addAwardCommand(program: Command): void {
  const command = program
    .command("award")
    .description("judge offers to a requirement: who wins, why, and what each bidder is told")
    .argument("<requirement>", "a requirement file, or the bare name of a shipped one")
    .argument("[offers...]", "files of offers; those shipped with the requirement where none is named")
    .option("--rules <file...>", "your own rulesets, for the requirement to bind")
    .option(...awardOutOption)
    .option(...noticesOption)
    .option(...onlyOption)
    .option("--json", "print JSON on stdout and nothing else")
    .addHelpText("after", helpExamples(examples))
    .action(runAward);
  addRiskOptions(command);
  addNoiseOptions(command);
  addOcdsOptions(command);
}

async function runAward(name: string, offerFiles: readonly string[], options: Options): Promise<void> {
  const weighed = requirementWithRisk(options);
  const noise = readNoise(options);
  const { bound, offers, read, problems } = readAward(name, offerFiles, options.rules, weighed.changed);
  const risk = readRisk(options, read);
  const only = options.only === undefined || offers === undefined ? {} : offerNamed(options.only, offers);
  const published = read?.isUnread(["published"]) ? undefined : read?.bound.requirement.published;
  const wrong = [
    ...problems,
    ...weighed.problems,
    ...risk.problems,
    ...noise.problems,
    ...besideProblems(options, bound),
    ...awardFolderProblems(options),
    ...ocdsProblems(options, published),
    ...(only.problem ? [only.problem] : []),
  ];
  if (bound === undefined || offers === undefined || wrong.length > 0) return failWith(wrong);
  const gates = () => openRound(bound, offers).judge();
  const simulated = await simulateOffers(risk.asked, offers, gates);
  if (simulated.problems.length > 0) return failWith(simulated.problems);
  const risks = new Map(simulated.risk?.offers.map((risk) => [risk.offer, riskFactsOf(risk)]));
  const open = openRound(bound, offers, (offer) => risks.get(offer));
  const round = open.judge();
  const warnings = {
    pulls: pullsBothWays(bound),
    paradox: rankingParadox(open, round),
    unread: unreadValues(bound),
  };
  const noisy = await drawNoise(noise.asked, open, options.seed);
  const wrote = await writeOcds(options, bound, round);
  const more = {
    ...(simulated.risk && { risk: riskJson(simulated.risk) }),
    ...(noisy && { noise: noiseJson(noisy) }),
  };
  const asked = { only: only.id, risks, again: simulated.again };
  const folders = await writeAwardFolders(options, asked, open, round, warnings, more);
  if (options.json) return print(`${jsonText({ ...awardJson(bound, round, warnings), ...more })}\n`);
  const [width, colours] = [screenWidth(), coloursOf(process.stdout)];
  const names = new Map(offers.map(({ offer }) => [offer.id, shownName(offer.bidder.name)]));
  await print(
    awardText(bound, round, warnings, width, colours) +
      (simulated.risk === undefined ? "" : riskText(bound, round, simulated.risk, width, colours)) +
      (noisy === undefined ? "" : noiseText(noisy, (id) => names.get(id)!, width, colours)) +
      (wrote ?? "") +
      folders,
  );
}
