import { readsEverything } from "./bind-rule.ts";
import type { BoundRequirement } from "./bound-requirement.ts";
import type { Requirement } from "./requirement-schema.ts";

/** What a requirement states of an offer, by its key, and the facts through which a rule may read it. */
const stated: readonly { readonly key: keyof Requirement; readonly facts: readonly string[] }[] = [
  { key: "priceCeiling", facts: ["priceCeilingPence"] },
  { key: "leadInMonths", facts: ["leadInMonthsAsked"] },
  { key: "places", facts: ["placesAsked"] },
  { key: "insurance", facts: ["insuranceAskedPence"] },
  { key: "jobcentres", facts: ["jobcentresAsked", "jobcentresServed"] },
  { key: "claimantGroups", facts: ["groupsAsked", "groupsServed"] },
];

/**
 * The keys that a requirement states and no check or criterion of it reads: offers that fall short pass in silence.
 *
 * The places are not among them where the requirement names its contract, which is simulated with them.
 */
export function unreadValues({ requirement, checks, leaves }: BoundRequirement): string[] {
  const read = new Set([...checks, ...leaves].flatMap(({ ruleset }) => readsEverything(ruleset)));
  return stated.flatMap(({ key, facts }) => {
    const value = requirement[key];
    const isStated = Array.isArray(value) ? value.length > 0 : value !== undefined;
    if (key === "places" && requirement.contract !== undefined) return [];
    return isStated && !facts.some((fact) => read.has(fact)) ? [key] : [];
  });
}
