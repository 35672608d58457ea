import { basisPhrase } from "../basis-words.ts";
import type { Comparison } from "../comparison.ts";
import { measureOf } from "../comparison-lookup.ts";
import { lowestOf, moversOf } from "./movers.ts";
import { saidLoss, saidName } from "./said.ts";

const worst = "expectedShortfall95";

/** What the worst 1 in 20 contracts cost the provider, and which policy softens that most. */
export function worstCaseFinding(comparison: Comparison): string | undefined {
  const first = comparison.policies[0];
  if (first === undefined || comparison.policies.length < 2 || comparison.paths < 2) return undefined;
  const at = measureOf(first, worst);
  if (at.value === null) return undefined;
  const phrase = basisPhrase(comparison);
  const best = lowestOf(moversOf(comparison, worst).down, worst).slice(0, 2);
  const base = `in the worst 1 in 20 contracts the provider ${saidLoss(at)} on average under ${saidName(first)}`;
  if (best.length === 0) return `${phrase}, ${base}; no policy clearly softens that.`;
  const where = best.map((policy) => `${saidName(policy)}, where it ${saidLoss(measureOf(policy, worst))}`);
  const tail = best.length > 1 ? "; this run cannot tell which of the two is better" : "";
  return `${phrase}, ${base}. It fares best under ${where.join(", or ")}${tail}.`;
}
