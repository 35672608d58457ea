import type { Described } from "./live/described.ts";
import type { NumberTerm } from "./terms.ts";

/** A term as the ruleset that has it, the kind of ruleset that it takes the place of, and its parameters. */
export type Clause = {
  readonly ruleset: string;
  /** A ruleset that does for scenarios whose time or world is not that of the first. */
  readonly instead?: string;
  readonly parameters: readonly NumberTerm[];
  /** The number at which there is no such term. */
  readonly switch: NumberTerm;
  /** Rulesets of another kind that it needs. */
  readonly needs?: readonly { readonly kind: string; readonly ruleset: string }[];
};

export const clauses: readonly Clause[] = [
  { ruleset: "flat-share", parameters: ["serviceFeeShare", "serviceFeeMonths"], switch: "serviceFeeShare" },
  { ruleset: "minimum-guarantee", parameters: ["guaranteeShare"], switch: "guaranteeShare" },
  {
    ruleset: "set-up-and-notice",
    instead: "breakage-on-notice",
    parameters: ["noticeMonths", "cancellationCap"],
    switch: "cancellationCap",
    needs: [{ kind: "fault", ruleset: "by-what-both-see" }],
  },
  { ruleset: "exit-right", parameters: ["triggerShare"], switch: "triggerShare" },
];

type LibraryRuleset = Described["library"][number];

/** How a clause stands in a scenario's first policy. */
export type ClauseInScenario = {
  /** The library's ruleset that would be bound; undefined where the library has none of that name. */
  readonly found: LibraryRuleset | undefined;
  readonly isReplaced: boolean;
  /** The first policy's own ruleset that has the term. */
  readonly own: Described["policies"][number]["rulesets"][number] | undefined;
  /** A ruleset of the first policy that is of the same kind and has another term. */
  readonly taken: Described["policies"][number]["rulesets"][number] | undefined;
};

/** Finds the ruleset of a clause for a scenario, and what its first policy has in that place. */
export function clauseIn(scenario: Described, { ruleset, instead, switch: isOn }: Clause): ClauseInScenario {
  const isReplaced = instead !== undefined && !isBindable(scenario, ruleset) && isBindable(scenario, instead);
  const found = scenario.library.find(({ id }) => id === (isReplaced ? instead : ruleset));
  const same = scenario.policies[0]!.rulesets.filter(({ kind }) => kind === found?.kind);
  const own = same.find(({ parameters }) => parameters.includes(isOn));
  return { found, isReplaced, own, taken: own === undefined ? same[0] : undefined };
}

/** Can the scenario's policies bind a ruleset of the library: is it of its time, and is it given what it reads? */
function isBindable({ library, contractStart, given }: Described, ruleset: string): boolean {
  const found = library.find(({ id }) => id === ruleset);
  return (
    found !== undefined &&
    found.validFrom <= contractStart &&
    found.needs.every((fact) => given.includes(fact))
  );
}
