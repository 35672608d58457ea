import { existsSync } from "node:fs";
import { isAwardKind } from "../../src/engine/kind.ts";
import { asSentence } from "../../src/engine/words/name-words.ts";
import { rulesetWords } from "../../src/report/rule-words.ts";
import { givesOf } from "../../src/report/ruleset-gives.ts";
import { needsOf } from "../../src/report/ruleset-needs.ts";
import { boundIn } from "./bound-in.mjs";
import { dayWords } from "./day-words.mjs";
import { code, escaped, list } from "./markdown.mjs";
import { parametersTable } from "./parameters-table.mjs";
import { sourceLink } from "./source-link.mjs";

/** One term of the library as a section of the page, in the order in which `riskshare rules <id>` tells it. */
export function termSection(ruleset) {
  const { id, kind, version, validFrom, validTo, title, sentence } = ruleset;
  const words = rulesetWords(ruleset);
  const until = validTo === undefined ? "" : ` to ${dayWords(validTo)}`;
  // A decision table of the library is a YAML file.
  const folder = isAwardKind(kind) ? "award" : kind;
  const name = existsSync(new URL(`../../rules/${folder}/${id}.json`, import.meta.url))
    ? `${id}.json`
    : `${id}.yaml`;
  const part = (name, text) => (text === "" ? [] : [`**${name}**`, text]);
  return [
    `### ${id}`,
    `**${escaped(title)}**`,
    ...(sentence === undefined ? [] : [escaped(sentence)]),
    `Kind ${code(kind)}, version ${version}, for ${isAwardKind(kind) ? "requirements published" : "contracts that start"} from ${dayWords(validFrom)}${until}. File: [${name}](../rules/${folder}/${name}).`,
    ...part("Rules", list(words.rules.map(escaped))),
    ...part("What the words mean", list(words.tracked.map(escaped))),
    ...part("Parameters", parametersTable(ruleset)),
    ...part("What it needs", list(needsOf(ruleset).map(needLine))),
    ...part("What it gives", list(givesOf(ruleset).map(giftLine))),
    ...part(
      "Examples",
      list(ruleset.examples.map(({ name, because }) => escaped(asSentence(`${name}: ${because}`)))),
    ),
    ...part("Sources", list(ruleset.source.map(sourceLink))),
    ...part("In the shipped scenarios", boundIn(id)),
  ].join("\n\n");
}

function needLine({ name, from, default: usual, sentence }) {
  const giver =
    from === "scenario"
      ? "which the scenario must give"
      : `which another ruleset of the policy may give (${code(String(usual))} where none does)`;
  return `${code(name)}, ${giver}: ${escaped(sentence)}`;
}

function giftLine(gift) {
  if (gift.what === "payment") return `${code(gift.name)}: a payment.`;
  if (gift.what === "ground") return `${code(gift.name)}: a ground on which the contract ends.`;
  if (gift.what === "score") return "Points for the criterion.";
  if (gift.what === "exclude") return `${code(gift.name)}: a reason to leave an offer out.`;
  if (gift.what === "ask") return `${code(gift.name)}: what a bidder is asked to explain.`;
  return `${code(gift.name)}: ${escaped(gift.sentence)}`;
}
