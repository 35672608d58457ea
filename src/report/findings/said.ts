import type { PolicyResult } from "../../sim/compare.ts";
import type { Estimate } from "../../sim/risk/estimate.ts";
import { turnedEstimate } from "../../sim/risk/turned-estimate.ts";
import { shownEstimate } from "../shown-estimate.ts";
import { shownCount } from "../shown-number.ts";
import { shownName } from "../visible-width.ts";

const mostNamed = 3;

/** A policy's title in quotation marks. */
export function saidName(policy: { readonly title: string }): string {
  return `“${shownName(policy.title)}”`;
}

/** Several things in a sentence: "a, b and c". */
export function saidList(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

/** Several policies in a sentence; from the fourth on only their number. */
export function saidNames(
  policies: readonly PolicyResult[],
  add: (p: PolicyResult) => string = () => "",
): string {
  const named = policies.slice(0, policies.length > mostNamed + 1 ? mostNamed : policies.length);
  const more = policies.length - named.length;
  const names = named.map((policy) => `${saidName(policy)}${add(policy)}`);
  return saidList(more > 0 ? [...names, `${more} others`] : names);
}

/** A chance as a share of simulated futures, with "none" and "every" where they are meant. */
export function saidChance(chance: Estimate, futures: number): string {
  if (chance.value === 0) return `in none of the ${shownCount(futures)} futures`;
  if (chance.value === 1) return `in every one of the ${shownCount(futures)} futures`;
  return `in ${shownEstimate(chance).text} of futures`;
}

/** A loss in the worst cases, or what is still kept there. */
export function saidLoss(loss: Estimate): string {
  if (loss.value === null) return "";
  if (loss.value > 0) return `loses ${shownEstimate(loss).text}`;
  return `still keeps ${shownEstimate(turnedEstimate(loss)).text}`;
}
