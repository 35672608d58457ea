import type { CheckedOffer } from "../award/check-offers.ts";
import { didYouMean } from "../engine/nearest-name.ts";
import type { Problem } from "../engine/problem.ts";

/** The option of `riskshare award` that asks for one notice. */
export const onlyOption = [
  "--only <bidder>",
  "with --notices: the notice to this bidder alone, by its offer's id or its name",
] as const;

/** The offer that a bidder was named for, by its id or the bidder's name; a problem where there is none or more. */
export function offerNamed(
  name: string,
  offers: readonly CheckedOffer[],
): { readonly id?: string; readonly problem?: Problem } {
  const exact = offers.find(({ offer }) => offer.id === name);
  const plain = (text: string) => text.trim().toLowerCase();
  const named = offers.filter(({ offer }) => plain(offer.bidder.name) === plain(name));
  const [found] = exact === undefined ? named : [exact];
  if (found !== undefined && (exact !== undefined || named.length === 1)) return { id: found.offer.id };
  const where = "--only";
  const expected = "the id of an offer of the round, or the name of its bidder";
  const ids = named.map(({ offer }) => offer.id);
  if (named.length > 1)
    return {
      problem: {
        where,
        adjective: "ambiguous",
        noun: "bidder",
        found: name,
        expected: `one of ${ids.slice(0, 8).join(", ")}`,
      },
    };
  const hint = didYouMean(
    name,
    offers.flatMap(({ offer }) => [offer.id, offer.bidder.name]),
  );
  return {
    problem: { where, adjective: "unknown", noun: "bidder", found: name, expected, ...(hint && { hint }) },
  };
}
