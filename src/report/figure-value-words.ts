import type { PlacedFigure } from "../sim/scenario-figures.ts";
import { distributionWords } from "./distribution-words.ts";

/** A figure's value in words, with what the bidder believed beside it where that is another number. */
export function figureValueWords({ value, believed }: Pick<PlacedFigure, "value" | "believed">): string {
  const words = distributionWords(value);
  return believed === undefined ? words : `true ${words}; bidder believed ${distributionWords(believed)}`;
}
