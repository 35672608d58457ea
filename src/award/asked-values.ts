import type { Ruleset } from "../engine/ruleset.ts";
import { readsEverything } from "./bind-rule.ts";
import type { Requirement } from "./requirement-schema.ts";

/** What a gate reads of a requirement that does not say it: keys of which one is needed, and what they hold. */
export type UnsaidValue = { readonly keys: readonly (keyof Requirement)[]; readonly expected: string };

type Asked = UnsaidValue & { readonly facts: readonly string[] };

/** What is asked, by the facts that rules read of it. */
const asked: readonly Asked[] = [
  {
    facts: ["leadInMonthsAsked"],
    keys: ["leadInMonths"],
    expected: "the most months from award to ready under leadInMonths",
  },
  { facts: ["placesAsked"], keys: ["places"], expected: "the places asked for under places" },
  { facts: ["insuranceAskedPence"], keys: ["insurance"], expected: "pounds of cover under insurance" },
  {
    facts: ["jobcentresAsked", "groupsAsked"],
    keys: ["jobcentres", "claimantGroups"],
    expected: "names under jobcentres or claimantGroups",
  },
];

/** Amounts that a check of prices compares with and that nobody stated: 0 by default, and no price is below that. */
export function unsaidAmounts(
  { kind, parameters }: Ruleset,
  given: Readonly<Record<string, unknown>>,
): string[] {
  if (kind !== "price-check") return [];
  return Object.entries(parameters).flatMap(([name, { unit, default: value }]) =>
    unit === "pounds" && value === 0 && !Object.hasOwn(given, name) ? [name] : [],
  );
}

/** What a gate compares offers with although the requirement does not say it, so that no offer could ever fail. */
export function unsaidValues(ruleset: Ruleset, requirement: Requirement): UnsaidValue[] {
  if (ruleset.kind !== "admission") return [];
  const read = readsEverything(ruleset);
  const isSaid = (key: keyof Requirement) => {
    const value = requirement[key];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  };
  return asked.filter(({ facts, keys }) => facts.some((fact) => read.includes(fact)) && !keys.some(isSaid));
}
