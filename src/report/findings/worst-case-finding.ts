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
  const phrase = basisPhrase[comparison.basis];
  const best = lowestOf(moversOf(comparison, worst).down, worst).slice(0, 2);
  const base = `in the worst 1 in 20 contracts the provider ${saidLoss(at)} on average under ${saidName(first)}`;
  if (best.length === 0) return `${phrase}, ${base}; no policy clearly softens that.`;
  const under = best.map((policy) => `${saidLoss(measureOf(policy, worst))} under ${saidName(policy)}`);
  const tail = best.length > 1 ? ", which the run does not tell apart" : "";
  return `${phrase}, ${base}; at best it ${under.join(" and ")}${tail}.`;
}
