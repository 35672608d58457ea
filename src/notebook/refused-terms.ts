import type { Problem } from "../engine/problem.ts";
import { listWords, nameWords } from "../engine/words/name-words.ts";
import type { PolicySpec } from "../sim/scenario-schema.ts";
import type { Described } from "./live/described.ts";
import { type Clause, clauseIn, clauses } from "./term-clauses.ts";
import { firstTerms, policyOfTerms, type Terms } from "./terms.ts";

/** Why terms cannot be put into a scenario's first policy, by the term; nothing of those that can. */
export type RefusedTerms = Partial<Record<keyof Terms, string>>;

/** What the description of a scenario says by itself: that a clause is not for it, or that another has its place. */
export function plainlyRefused(scenario: Described): RefusedTerms {
  return Object.fromEntries(
    clauses.flatMap((clause) => {
      const reason = plainReason(scenario, clause);
      return reason === undefined ? [] : clause.parameters.map((name) => [name, reason]);
    }),
  );
}

function plainReason(scenario: Described, clause: Clause): string | undefined {
  const { found, own, taken } = clauseIn(scenario, clause);
  if (own !== undefined) return undefined;
  if (found === undefined) return "The library has no such term.";
  // To take the other clause out as well would be another contract, and its payments would be missing.
  if (taken !== undefined) return `This contract has another clause in its place: “${taken.title}”.`;
  if (found.validFrom > scenario.contractStart)
    return `The library has this term for contracts from ${dayWords(found.validFrom)}; this one starts on ${dayWords(scenario.contractStart)}.`;
  const missing = found.needs.filter((fact) => !scenario.given.includes(fact));
  if (missing.length > 0)
    return `The term needs what this scenario does not give: ${listWords(missing.map(nameWords))}.`;
  return undefined;
}

/** Tries each term alone as well: a ruleset that it needs may not be one for the scenario. */
export async function refusedTerms(
  scenario: Described,
  check: (policy: PolicySpec) => Promise<readonly Problem[]>,
): Promise<RefusedTerms> {
  const refused = plainlyRefused(scenario);
  for (const { switch: isOn, parameters } of clauses) {
    if (refused[isOn] !== undefined) continue;
    const terms = { ...firstTerms(scenario), [isOn]: isOn === "cancellationCap" ? 100 : 0.5 };
    const trial = { id: "a-trial", title: "A trial", sentence: "A trial." };
    const [problem] = await check(policyOfTerms(scenario, terms, trial));
    if (problem !== undefined) for (const name of parameters) refused[name] = reasonOf(problem);
  }
  return refused;
}

function reasonOf({ adjective, noun, found, expected }: Problem): string {
  return `This contract cannot have it (${adjective} ${noun}: ${found}${expected ? `; expected ${expected}` : ""}).`;
}

function dayWords(day: string): string {
  const written = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", written);
}
