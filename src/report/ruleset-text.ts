import { isAwardKind } from "../engine/kind.ts";
import type { Parameter, Ruleset } from "../engine/ruleset.ts";
import { asSentence } from "../engine/words/name-words.ts";
import { type Emphasis, noEmphasis } from "./emphasis.ts";
import { exampleWords } from "./example-words.ts";
import { rangeWords } from "./range-words.ts";
import { rulesetWords } from "./rule-words.ts";
import { type Gift, givesOf } from "./ruleset-gives.ts";
import { type Need, needsOf } from "./ruleset-needs.ts";
import { shownName } from "./visible-width.ts";
import { listLines, wrappedLines } from "./wrapped-lines.ts";

/** One ruleset for a terminal: what it does, its rules in words, parameters with their range, needs, gifts, examples, sources. */
export function rulesetText(ruleset: Ruleset, width: number, emphasis: Emphasis = noEmphasis): string {
  const words = rulesetWords(ruleset);
  const { validFrom, validTo } = ruleset;
  const what = isAwardKind(ruleset.kind) ? "requirements published" : "contracts that start";
  const valid = `for ${what} from ${validFrom}${validTo === undefined ? "" : ` to ${validTo}`}`;
  const section = (title: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : ["", emphasis.bold(title), ...items.flatMap((item) => listLines("  · ", shownName(item), width))];
  const lines = [
    ...wrappedLines(shownName(ruleset.title), width).map(emphasis.bold),
    ...wrappedLines(`${ruleset.id} · ${ruleset.kind} · version ${ruleset.version} · ${valid}`, width).map(
      emphasis.dim,
    ),
    ...(words.sentence === "" ? [] : ["", ...wrappedLines(shownName(words.sentence), width)]),
    ...section("Rules", words.rules),
    ...section("What the words mean", words.tracked),
    ...section(
      "Parameters",
      Object.entries(ruleset.parameters).map(
        ([name, parameter], i) => `${name} – ${words.parameters[i]!}${parameterRange(name, parameter)}`,
      ),
    ),
    ...section("What it needs", needsOf(ruleset).map(needText)),
    ...section("What it gives", givesOf(ruleset).map(giftText)),
    ...section(
      `Examples (${ruleset.examples.length})`,
      ruleset.examples.map((example) => {
        const { name, because } = example;
        return `${asSentence(`${name}: ${because}`)} (${exampleWords(example)})`;
      }),
    ),
    ...section("Sources", words.source),
  ];
  return `${lines.join("\n")}\n`;
}

function parameterRange(name: string, parameter: Parameter): string {
  const range = rangeWords(name, parameter);
  return range === "" ? "" : ` ${asSentence(range)}`;
}

function needText({ name, from, default: usual, sentence }: Need): string {
  return from === "scenario"
    ? `${name}, which the scenario must give: ${sentence}`
    : `${name}, which another ruleset of the policy may give (${String(usual)} where none does): ${sentence}`;
}

function giftText(gift: Gift): string {
  if (gift.what === "payment") return `${gift.name}, a payment`;
  switch (gift.what) {
    case "ground":
      return `${gift.name}, a ground on which the contract ends`;
    case "score":
      return "points for the criterion";
    case "exclude":
      return `${gift.name}, a reason to leave an offer out`;
    case "ask":
      return `${gift.name}, what a bidder is asked to explain`;
    default:
      return `${gift.name}: ${gift.sentence}`;
  }
}
