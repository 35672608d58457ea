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
  const lower = "the provider's chance of a loss at the same unit prices";
  const fairly = "for the same expected bill";
  if (helped.length === 1)
    return `${saidName(dear[0]!)}, which lowers ${lower}, does so at a higher bill; ${fairly} it does not clearly lower it.`;
  if (dear.length === helped.length) {
    const [all, none] = helped.length === 2 ? ["Both", "neither"] : [`All ${helped.length}`, "none"];
    return `${all} policies that lower ${lower} do so at a higher bill; ${fairly} ${none} of them clearly lowers it.`;
  }
  const verb = dear.length === 1 ? "does" : "do";
  return `Of the ${helped.length} policies that lower ${lower}, ${dear.length} ${verb} so at a higher bill and ${verb} not clearly lower it ${fairly}.`;
}
