import type { OwnOffer } from "../../offer/own-offer-schema.ts";
import type { OfferTest } from "../../offer/test/test-offer.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import { type Emphasis, noEmphasis } from "../emphasis.ts";
import { fixedSpace, shownCount } from "../shown-number.ts";
import { padToWidth, shownName, visibleWidth } from "../visible-width.ts";
import { wrappedLines } from "../wrapped-lines.ts";
import { cashLines } from "./cash-lines.ts";
import { reasonsOf } from "./cause-words.ts";
import { foundWords, limitName, standingWords, wantedWords } from "./limit-words.ts";
import { resultRows } from "./result-lines.ts";
import { termsLines } from "./terms-lines.ts";
import { allTermsWords, verdictNotes, verdictSentence } from "./verdict-words.ts";

const proseWidth = 96;

/** A test of an offer as its provider reads it in a terminal: the verdict first, then what it stands on. */
export function offerTestText(
  offer: OwnOffer,
  checked: CheckedScenario,
  test: OfferTest,
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const own = test.terms[test.own]!;
  const prose = (text: string, indent = "") =>
    wrappedLines(text, Math.min(width, proseWidth) - indent.length).map((line) => `${indent}${line}`);
  const heading = (text: string) => ["", emphasis.bold(text)];
  const reasons = reasonsOf(test);
  const { shares } = test.cash;
  const [from, to] = [shares[0]!, shares.at(-1)!].map((share) => `${Math.round(share * 100)}${fixedSpace}%`);
  const lines = [
    ...wrappedLines(
      `${shownName(offer.provider)}${offer.title === undefined ? "" : `: ${shownName(offer.title)}`}`,
      width,
    ).map(emphasis.bold),
    ...prose(
      `Tested in “${shownName(checked.scenario.title)}” under the terms “${shownName(own.title)}”, on ${shownCount(test.paths)} simulated futures.`,
    ).map(emphasis.dim),
    "",
    ...prose(verdictSentence(own.verdict, own.limits)).map(emphasis.bold),
    ...verdictNotes(test).flatMap((sentence) => prose(sentence)),
    ...heading("Your limits"),
    ...rows(
      own.limits.map((check) => [
        limitName(check),
        foundWords(check),
        wantedWords(check),
        standingWords[check.standing],
      ]),
      width,
    ),
    ...heading("What it comes to"),
    ...rows(
      resultRows(test, checked).map(({ name, value, interval }) => [name, value, interval]),
      width,
    ),
    ...prose(
      "± and brackets are 95 % intervals; of the month they hold 8 of 10 futures that get there. Steady referrals are people who come evenly, while starts, outcomes, claims and costs come out as they do and not as planned.",
      "  ",
    ).map(emphasis.dim),
    ...heading("Your cash, month by month"),
    ...cashLines(test, width, emphasis),
    ...prose(
      `● is the middle future, the thick line holds the middle half, the thin one runs from the ${from} to the ${to} future.`,
      "  ",
    ).map(emphasis.dim),
    ...heading("What drives it"),
    ...(reasons.length === 0
      ? prose("Nothing in this scenario comes out otherwise than planned by enough to tell.", "  ")
      : reasons.flatMap(({ title, sentence }, k) => {
          const [first, ...rest] = prose(`${title}. ${sentence}`, "     ");
          return [`  ${k + 1}. ${first!.trimStart()}`, ...rest];
        })),
    ...heading("The same offer under other terms"),
    ...termsLines(test, width, emphasis),
    "",
    ...prose(
      `All terms pay your prices, on the same futures. ${allTermsWords(test)} Seed ${shownName(test.seed)}.`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}

/** Cells in columns as wide as their widest, the second to the right; names go over lines where that is too much. */
function rows(cells: readonly (readonly string[])[], width: number): string[] {
  const [, ...others] = cells[0]!.map((_, c) => Math.max(...cells.map((row) => visibleWidth(row[c]!))));
  const taken = others.reduce((sum, other) => sum + 2 + other, 2);
  const room = Math.max(20, width - taken);
  const names = cells.map((row) => wrappedLines(row[0]!, room));
  const first = Math.max(...names.flat().map(visibleWidth));
  return cells.flatMap(([, ...row], r) => {
    const [name = "", ...more] = names[r]!;
    const rest = row.map((cell, c) => padToWidth(cell, others[c]!, c === 0 ? "start" : "end"));
    return [
      `  ${[padToWidth(name, first, "end"), ...rest].join("  ")}`.trimEnd(),
      ...more.map((line) => `    ${line}`),
    ];
  });
}
