import type { OwnOffer } from "../../offer/own-offer-schema.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { BreakEven } from "../../sim/solve/break-evens.ts";
import { type Emphasis, noEmphasis } from "../emphasis.ts";
import { aboutSolution, type SolutionAbout } from "../solution-about.ts";
import { solutionJson } from "../solution-json.ts";
import { foundWords } from "../solution-sentences.ts";
import { shownName } from "../visible-width.ts";
import { wrappedLines } from "../wrapped-lines.ts";

export type BreakEvenAbout = {
  readonly offer: OwnOffer;
  readonly checked: CheckedScenario;
  /** The policy whose terms apply. */
  readonly place: number;
  readonly seed: string;
};

const proseWidth = 96;

/** What an offer needs to break even, question by question, for a terminal. */
export function breakEvenText(
  about: BreakEvenAbout,
  found: readonly BreakEven[],
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const { offer, checked, place } = about;
  const prose = (text: string) => wrappedLines(text, Math.min(width, proseWidth));
  const lines = [
    ...wrappedLines(`${shownName(offer.provider)}: what the offer needs`, width).map(emphasis.bold),
    ...prose(
      `In “${shownName(checked.scenario.title)}” under the terms “${shownName(checked.policies[place]!.spec.title)}”. Each line moves one thing and leaves all else as it is, on the same futures.`,
    ).map(emphasis.dim),
    ...found.flatMap((each) => [
      "",
      ...wrappedLines(each.title, width).map(emphasis.bold),
      ...prose(foundWords(solved(about, each))),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** What an offer needs to break even, as data: each is a `riskshare.solution/1` with its question. */
export function breakEvenJson(about: BreakEvenAbout, found: readonly BreakEven[]): object {
  const { offer, checked, place, seed } = about;
  return {
    schema: "riskshare.break-evens/1",
    offer: offer.id,
    scenario: checked.scenario.id,
    policy: checked.policies[place]!.spec.id,
    seed,
    breakEvens: found.map((each) => ({
      id: each.id,
      title: each.title,
      ...solutionJson(solved(about, each)),
    })),
  };
}

function solved(
  { checked, place, seed }: BreakEvenAbout,
  { variable, target, solution }: BreakEven,
): SolutionAbout {
  return aboutSolution(checked, place, { variable, target, solution, seed });
}
