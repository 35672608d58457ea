import type { Comparison } from "./comparison.ts";
import { shownCount } from "./shown-number.ts";

/** Says how futures were spread evenly, and whether more were run than asked for; nothing where they are random. */
export function samplingWords({ sampling, paths }: Comparison): string | undefined {
  if (sampling === undefined) return undefined;
  const { scramblings, pointsOfEach, roundedUpFrom } = sampling;
  const rounded =
    roundedUpFrom === undefined
      ? ""
      : ` They come in powers of two, so ${shownCount(roundedUpFrom)} was rounded up to ${shownCount(paths)}.`;
  return `The futures are quasi-random: spread evenly over what may happen, ${shownCount(pointsOfEach)} in each of ${scramblings} independent spreads.${rounded} Intervals come from how far the ${scramblings} differ.`;
}
