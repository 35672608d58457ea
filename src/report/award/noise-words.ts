import type { AssessorNoise, Frequency } from "../../award/assessor-noise.ts";
import { numberWords } from "../../engine/words/value-words.ts";
import { type Emphasis, noEmphasis } from "../emphasis.ts";
import { listLines, wrappedLines } from "../wrapped-lines.ts";

/** How far an award rests on its ratings, for a terminal. */
export function noiseText(
  { points, draws, same, wins }: AssessorNoise,
  nameOf: (offer: string) => string,
  width: number,
  emphasis: Emphasis = noEmphasis,
): string {
  const often = [...wins]
    .filter(([, { value }]) => value > 0)
    .sort(([a, x], [b, y]) => y.value - x.value || (a < b ? -1 : 1));
  return `${[
    "",
    emphasis.bold("If assessors had rated a little otherwise"),
    ...wrappedLines(
      `If every rating were off by up to ${numberWords(points)} ${points === 1 ? "point" : "points"} of its scale, either way, the same offers would win in ${inHundred(same, "rounds")}. ${numberWords(draws)} rounds were drawn, each with a lot of its own where totals are equal; in brackets stand 95 % intervals. Ratings in whole points stay whole: half a point off becomes a whole point in every other case, and none in the others.`,
      width,
    ),
    ...often
      .slice(0, 12)
      .flatMap(([id, frequency]) =>
        listLines("  · ", `${nameOf(id)} wins in ${inHundred(frequency)}`, width),
      ),
  ].join("\n")}\n`;
}

function inHundred({ value, low, high }: Frequency, what?: string): string {
  const whole = (share: number) => Math.round(share * 100);
  return `${whole(value)} of 100${what === undefined ? "" : ` ${what}`} (${whole(low)} to ${whole(high)})`;
}

/** The robustness of an award as data, offers by their ids. */
export function noiseJson({ points, draws, same, wins }: AssessorNoise): object {
  return {
    points,
    draws,
    same,
    offers: [...wins]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([offer, frequency]) => ({ offer, wins: frequency })),
  };
}
