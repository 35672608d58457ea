import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { lowestOf, moversOf } from "./movers.ts";
import { saidName } from "./said.ts";

const share = "providerShareOfShortfall";

/** Who bears what payments by results leave uncovered, under the first policy and where the provider bears least. */
export function shortfallFinding(comparison: Comparison): string | undefined {
  const first = comparison.policies[0];
  if (first === undefined || comparison.paths < 2) return undefined;
  const own = measureOf(first, share);
  if (own.value === null) return undefined;
  const base = `Of the cost that payments for starts and outcomes do not cover, the provider bears ${shownEstimate(own).text} under ${saidName(first)}`;
  const least = lowestOf(moversOf(comparison, share).down, share)[0];
  if (least === undefined) return `${base}${own.value === 1 ? "" : ", and the commissioner the rest"}.`;
  return `${base}, and least, ${shownEstimate(measureOf(least, share)).text}, under ${saidName(least)}; the commissioner bears the rest.`;
}
