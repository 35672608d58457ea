import type { BoundRequirement } from "../../award/bound-requirement.ts";
import type { PullsBothWays } from "../../award/pulls-both-ways.ts";
import type { RankingParadox } from "../../award/ranking-paradox.ts";
import { listWords } from "../../engine/words/name-words.ts";
import { numberWords } from "../../engine/words/value-words.ts";
import { shownName } from "../visible-width.ts";

const kinds = { broad: "broad coverage", specialist: "specialists" } as const;
const offers = { broad: "an offer for everyone", specialist: "a specialist's offer" } as const;

/** What a requirement asks in words and scores the other way, in a sentence. */
export function pullsWords({ asked, isStated, pulls }: PullsBothWays, { leaves }: BoundRequirement): string {
  const each = pulls.map(({ criterion, weight }) => {
    const title = shownName(leaves.find(({ id }) => id === criterion)?.title ?? criterion);
    return `${title} (${numberWords(weight)} % of the marks)`;
  });
  const says = isStated ? "asks for" : "reads as if it asked for";
  return `The requirement ${says} ${kinds[asked]}, but ${listWords(each)} ${each.length === 1 ? "scores" : "score"} ${offers[pulls[0]!.towards]} higher when both are rated alike. Bidders are told two things at once.`;
}

/** What a requirement states and none of its rules reads, in a sentence. */
export function unreadWords(keys: readonly string[]): string {
  const [is, it] = keys.length === 1 ? ["is", "it"] : ["are", "them"];
  return `${listWords(keys)} ${is} stated, but no check and no criterion reads ${it}: an offer that does not keep to ${it} is not stopped.`;
}

/** Losing offers would have decided who wins, in a sentence or two. */
export function paradoxWords(
  { criteria, losers, tried, of }: RankingParadox,
  bound: BoundRequirement,
  nameOf: (offer: string) => string,
): string {
  const titles = criteria.map((id) => shownName(bound.criteria.find((c) => c.id === id)?.title ?? id));
  const shown = losers.slice(0, 3).map(({ without, winners }) => {
    const who = winners.length === 0 ? "nobody" : listWords(winners.map(nameOf));
    return `without ${nameOf(without)}, ${who} would have won`;
  });
  const more = losers.length > 3 ? `; ${losers.length - 3} more losers do the same` : "";
  const some = tried < of ? ` (${tried} of ${of} losers were left out in turn)` : "";
  return `The formula of ${listWords(titles)} is relative, and here it makes the winner depend on an offer that loses: ${shown.join("; ")}${more}${some}. An absolute formula, such as linear-to-ceiling or price-bands, cannot do that.`;
}
