import { readsEverything } from "../../../award/bind-rule.ts";
import type { BoundRequirement } from "../../../award/bound-requirement.ts";
import type { Offer } from "../../../award/offer-schema.ts";
import { listWords, nameWords } from "../../../engine/words/name-words.ts";
import { shownName } from "../../visible-width.ts";

/** What a bidder offers that a criterion may go by without any rating. */
const held: Readonly<Record<string, string>> = {
  focus: "whether your offer is a specialist's or for everyone",
  jobcentresServed: "the jobcentres that you serve",
  groupsServed: "the claimant groups that you serve",
  placesOffered: "the places that you offer",
  leadInMonths: "your lead-in",
  insurancePence: "your insurance cover",
};

/** The criteria that go by something else than a rating or the price, which no change that was tried touched. */
export function heldWords({ leaves, answers, requirement }: BoundRequirement, offer: Offer): string[] {
  const all = (asked: readonly string[], own: readonly string[] | undefined) =>
    own === undefined || asked.every((name) => own.includes(name));
  // Where an offer has all that was asked for, there is nothing to change.
  const full = new Set([
    ...(all(requirement.jobcentres, offer.jobcentres) ? ["jobcentresServed"] : []),
    ...(all(requirement.claimantGroups, offer.claimantGroups) ? ["groupsServed"] : []),
    ...(offer.focus === "specialist" ? ["focus"] : []),
  ]);
  const found = leaves
    .filter(({ kind, marks, isSimulated }) => kind === "quality" && marks > 0 && !isSimulated)
    .flatMap(({ title, ruleset }) => {
      const facts = readsEverything(ruleset).flatMap((fact) => {
        if (full.has(fact)) return [];
        if (Object.hasOwn(held, fact)) return [held[fact]!];
        return answers.includes(fact) ? [`your ${nameWords(fact)}`] : [];
      });
      return facts.length === 0 ? [] : [{ title: shownName(title), facts }];
    });
  if (found.length === 0) return [];
  const titles = found.map(({ title }) => title);
  const facts = [...new Set(found.flatMap((each) => each.facts))];
  const goes = titles.length === 1 ? "goes" : "go";
  return [
    `${listWords(titles)} ${goes} by ${listWords(facts)} too: that was held as it stands, and a change there might also have won.`,
  ];
}
