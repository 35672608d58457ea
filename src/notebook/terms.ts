import type { PolicySpec } from "../sim/scenario-schema.ts";
import type { Described, DescribedPolicy } from "./live/described.ts";
import { clauseIn, clauses } from "./term-clauses.ts";

/** The terms that a reader moves by lever. At 0 a term is not part of the contract, unless the scenario's own has it. */
export type Terms = {
  /** Share of the contract's value that is paid as a service fee, 0 to 1, and in how many monthly parts. */
  readonly serviceFeeShare: number;
  readonly serviceFeeMonths: number;
  /** Share of the indicative referrals under which the provider may leave, 0 to 1. */
  readonly triggerShare: number;
  /** Months of notice whose cost is made good at an early end, and the most that is due, in pounds. */
  readonly noticeMonths: number;
  readonly cancellationCap: number;
  /** Share of the indicative referrals that is paid for in any case, 0 to 1. */
  readonly guaranteeShare: number;
  /** Ids of the scenario's levers that are pulled, such as `training`. */
  readonly levers: readonly string[];
};

/** A term that is a number. */
export type NumberTerm = Exclude<keyof Terms, "levers">;

/** The terms that a scenario's policy has now: what its rulesets say; a term that it does not have is 0. */
export function termsOf(
  { parameters, levers }: DescribedPolicy,
  { months }: Pick<Described, "months">,
): Terms {
  const value = (name: NumberTerm, otherwise = 0) => {
    // Prices have the share of the service fee too, at 0 where there is none.
    const found = parameters.find((parameter) => parameter.name === name && parameter.value !== 0)?.value;
    return typeof found === "number" ? found : otherwise;
  };
  return {
    serviceFeeShare: value("serviceFeeShare"),
    // Without the term beside them these two do nothing; a reader who puts it in finds something usual.
    serviceFeeMonths: value("serviceFeeMonths", Math.min(6, months)),
    noticeMonths: value("noticeMonths", 1),
    triggerShare: value("triggerShare"),
    cancellationCap: value("cancellationCap"),
    guaranteeShare: value("guaranteeShare"),
    levers,
  };
}

/** The terms of the scenario's first policy. */
export function firstTerms(scenario: Described): Terms {
  return termsOf(scenario.policies[0]!, scenario);
}

/**
 * Makes a policy of the first policy of a scenario and of terms. A clause whose terms are the first policy's stays as it is;
 * else a ruleset that has the term's parameter is given the value, or the library's takes the place of one of its kind.
 */
export function policyOfTerms(
  scenario: Described,
  terms: Terms,
  { id, title, sentence }: { readonly id: string; readonly title: string; readonly sentence: string },
): PolicySpec {
  const base = scenario.policies[0]!;
  const first = firstTerms(scenario);
  let rulesets = base.rulesets.map(({ id: name, kind }) => ({ id: name, kind }));
  const set: Record<string, number> = {};
  for (const clause of clauses) {
    const { parameters: names, switch: isOn, needs = [] } = clause;
    if (names.every((name) => terms[name] === first[name])) continue;
    const { found, isReplaced, own } = clauseIn(scenario, clause);
    if (own === undefined) {
      if (terms[isOn] === 0 || found === undefined) continue;
      const { kind } = found;
      rulesets = [...rulesets.filter((one) => one.kind !== kind), { id: found.id, kind }];
      for (const need of isReplaced ? [] : needs)
        if (rulesets.every((one) => one.kind !== need.kind))
          rulesets.push({ id: need.ruleset, kind: need.kind });
    }
    for (const name of names) if (own === undefined || own.parameters.includes(name)) set[name] = terms[name];
  }
  // What a ruleset was told that is no longer there would be told to nobody.
  const left = base.rulesets.filter((one) => rulesets.some(({ id: name }) => name === one.id));
  const kept = Object.entries(base.own).filter(([name]) => left.some((one) => one.parameters.includes(name)));
  const parameters = { ...Object.fromEntries(kept), ...set };
  const ids = rulesets.map((one) => one.id);
  return { id, title, sentence, rulesets: ids, parameters, levers: [...terms.levers] };
}
