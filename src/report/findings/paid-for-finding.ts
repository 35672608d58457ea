import type { Comparison } from "../comparison.ts";
import { onBasis } from "../comparison-lookup.ts";
import { directionIn } from "../told-apart.ts";
import { moversOf } from "./movers.ts";
import { saidName } from "./said.ts";

const chance = "probabilityOfLoss";

/** How many of the policies that help the provider do so only because the commissioner pays more. */
export function paidForFinding(comparisons: readonly Comparison[]): string | undefined {
  const unit = onBasis(comparisons, "same-unit-prices");
  const fair = onBasis(comparisons, "same-expected-bill");
  if (unit === undefined || fair === undefined || unit.paths < 2) return undefined;
  const helped = moversOf(unit, chance).down;
  const dear = helped.filter(
    ({ id }) => directionIn(unit, id, "meanBill") === "up" && directionIn(fair, id, chance) !== "down",
  );
  if (dear.length === 0) return undefined;
  const tail = "for the same expected bill: at the same unit prices the help comes with a higher bill.";
  if (helped.length === 1)
    return `${saidName(dear[0]!)}, which lowers it at the same unit prices, does not clearly do so ${tail}`;
  if (dear.length === helped.length)
    return `None of the ${helped.length} policies that lower it at the same unit prices clearly does so ${tail}`;
  return `Of the ${helped.length} policies that lower it at the same unit prices, ${dear.length} ${dear.length === 1 ? "does" : "do"} not clearly do so ${tail}`;
}
