import type { OwnOffer } from "../../offer/own-offer-schema.ts";
import type { SteadyBreakEven } from "../../offer/test/steady-break-even.ts";
import type { CheckedScenario } from "../../sim/check-scenario.ts";
import type { BreakEven } from "../../sim/solve/break-evens.ts";
import { indicativePerMonth } from "../../sim/timeline.ts";
import { type Emphasis, noEmphasis } from "../emphasis.ts";
import { fixedSpace, shownNumber } from "../shown-number.ts";
import { aboutSolution, type SolutionAbout } from "../solution-about.ts";
import { solutionJson } from "../solution-json.ts";
import { foundWords, neutralWords } from "../solution-sentences.ts";
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
  steady: SteadyBreakEven | undefined,
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
    ...(steady === undefined
      ? []
      : ["", emphasis.bold("The steady referrals that you need"), ...prose(steadyWords(steady, checked))]),
    ...found.flatMap((each) => [
      "",
      ...wrappedLines(titleOf(about, each), width).map(emphasis.bold),
      ...prose(
        [
          foundWords(solved(about, each)),
          ...neutralWords(solved(about, each)),
          ...noteOf(each, steady, checked),
        ].join(" "),
      ),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

/** What an offer needs to break even, as data: each is a `riskshare.solution/1` with its question. */
export function breakEvenJson(
  about: BreakEvenAbout,
  steady: SteadyBreakEven | undefined,
  found: readonly BreakEven[],
): object {
  const { offer, checked, place, seed } = about;
  return {
    schema: "riskshare.break-evens/1",
    offer: offer.id,
    scenario: checked.scenario.id,
    policy: checked.policies[place]!.spec.id,
    seed,
    steadyBreakEven: steady ?? null,
    breakEvens: found.map((each) => ({
      id: each.id,
      title: each.title,
      policy: checked.policies[each.place]!.spec.id,
      ...solutionJson(solved(about, each)),
    })),
  };
}

function solved(
  { checked, seed }: BreakEvenAbout,
  { place, variable, target, solution }: BreakEven,
): SolutionAbout {
  return aboutSolution(checked, place, { variable, target, solution, seed });
}

/** A term that the offer's own terms lack is solved under others. */
function titleOf({ checked, place }: BreakEvenAbout, each: BreakEven): string {
  if (each.place === place) return each.title;
  return `${each.title}, under the terms “${shownName(checked.policies[each.place]!.spec.title)}”`;
}

/** Steady referrals that break even, in a sentence or two. */
function steadyWords(steady: SteadyBreakEven, { timeline }: CheckedScenario): string {
  const number = (value: number) => shownNumber(value, "people a month", 0.1);
  const people = (value: number) => `${number(value)} people a month`;
  const indicated = `${people(indicativePerMonth(timeline))} are indicated`;
  const { value, low, high } = steady;
  if (steady.isAny)
    return `With any number up to ${people(steady.most)} you lose nothing on average; ${indicated}.`;
  if (value === null)
    return `No number up to ${people(steady.most)}, coming evenly, brings the average margin to £0; ${indicated}.`;
  const side = steady.isMost ? "at most" : "at least";
  const ends =
    low === null || high === null || low === high
      ? ""
      : ` (95${fixedSpace}% interval: ${number(low)} to ${number(high)})`;
  return `You need ${side} ${people(value)}, coming evenly${ends}; ${indicated}.`;
}

/** Why the referrals that are needed on average are more than steady ones. */
function noteOf(
  { id, solution }: BreakEven,
  steady: SteadyBreakEven | undefined,
  { timeline }: CheckedScenario,
): string[] {
  if (id !== "referrals" || steady === undefined || steady.value === null || solution.value === null)
    return [];
  const isMore = solution.value * indicativePerMonth(timeline) > 1.05 * steady.value;
  return isMore
    ? [
        "This is an average over all futures: in some few people come, and in others more than you are paid for, so it takes more than steady referrals would.",
      ]
    : [];
}
