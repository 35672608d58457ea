import type { PolicyResult } from "../../sim/compare.ts";
import type { Comparison } from "../comparison.ts";
import { lowestOf, moversOf } from "./movers.ts";

const chance = "probabilityOfLoss";

/** The policy with the lowest chance of a loss of those that clearly lower it; undefined where none does. */
export function safestPolicy(comparison: Comparison): PolicyResult | undefined {
  return lowestOf(moversOf(comparison, chance).down, chance)[0];
}
