import type { Problem } from "../engine/problem.ts";
import type { PolicySpec } from "../sim/scenario-schema.ts";
import type { Described, DescribedPolicy } from "./live/described.ts";

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

type Number = Exclude<keyof Terms, "levers">;

/** Each term as the ruleset that has it, the kind of ruleset that it takes the place of, and its parameters. */
const clauses: readonly {
  readonly ruleset: string;
  /** A ruleset that does for scenarios whose time or world is not that of the first. */
  readonly instead?: string;
  readonly parameters: readonly Number[];
  /** The number at which there is no such term. */
  readonly switch: Number;
  /** Rulesets of another kind that it needs. */
  readonly needs?: readonly { readonly kind: string; readonly ruleset: string }[];
}[] = [
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

/** Can the scenario's policies bind a ruleset of the library: is it of its time, and is it given what it reads? */
function isBindable({ library, contractStart, given }: Described, ruleset: string): boolean {
  const found = library.find(({ id }) => id === ruleset);
  return (
    found !== undefined &&
    found.validFrom <= contractStart &&
    found.needs.every((fact) => given.includes(fact))
  );
}

/**
 * The terms that a scenario's policy has now: what its rulesets say, and `otherwise` for terms that it does not have.
 */
export function termsOf(policy: DescribedPolicy, otherwise: Terms): Terms {
  const value = (name: Number) => {
    // Prices have the share of the service fee too, at 0 where there is none.
    const found = policy.parameters.find(
      (parameter) => parameter.name === name && parameter.value !== 0,
    )?.value;
    return typeof found === "number" ? found : otherwise[name];
  };
  return {
    serviceFeeShare: value("serviceFeeShare"),
    serviceFeeMonths: value("serviceFeeMonths"),
    triggerShare: value("triggerShare"),
    noticeMonths: value("noticeMonths"),
    cancellationCap: value("cancellationCap"),
    guaranteeShare: value("guaranteeShare"),
    levers: policy.levers.length > 0 ? policy.levers : otherwise.levers,
  };
}

/**
 * Makes a policy of the first policy of a scenario and of terms. A ruleset of the first policy that has a term's parameter
 * is kept and given the value; else the library's ruleset takes the place of one of its kind.
 */
export function policyOfTerms(
  scenario: Described,
  terms: Terms,
  { id, title, sentence }: { readonly id: string; readonly title: string; readonly sentence: string },
): PolicySpec {
  const base = scenario.policies[0]!;
  let rulesets = base.rulesets.map(({ id: name, kind }) => ({ id: name, kind }));
  const set: Record<string, number> = {};
  for (const { ruleset: usual, instead, parameters: names, switch: isOn, needs = [] } of clauses) {
    const isReplaced = instead !== undefined && !isBindable(scenario, usual) && isBindable(scenario, instead);
    const ruleset = isReplaced ? instead : usual;
    const kind = scenario.library.find((one) => one.id === ruleset)?.kind ?? "";
    const own = base.rulesets.find((one) => one.kind === kind && one.parameters.includes(isOn));
    if (own === undefined) {
      if (terms[isOn] === 0) continue;
      rulesets = [...rulesets.filter((one) => one.kind !== kind), { id: ruleset, kind }];
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

/** A scenario in which no term of a reader's is in force: each is tried alone from here. */
const none: Terms = {
  serviceFeeShare: 0,
  serviceFeeMonths: 1,
  triggerShare: 0,
  noticeMonths: 1,
  cancellationCap: 0,
  guaranteeShare: 0,
  levers: [],
};

/** Why terms cannot be put into a scenario's first policy, by the term; nothing of those that can. */
export type RefusedTerms = Partial<Record<keyof Terms, string>>;

/**
 * Tries each term alone: a ruleset of the library may not be valid at a contract's start, or read facts that a scenario
 * does not give.
 */
export async function refusedTerms(
  scenario: Described,
  check: (policy: PolicySpec) => Promise<readonly Problem[]>,
): Promise<RefusedTerms> {
  const refused: RefusedTerms = {};
  for (const { switch: isOn, parameters } of clauses) {
    const terms = { ...none, [isOn]: isOn === "cancellationCap" ? 100 : 0.5 };
    const trial = { id: "a-trial", title: "A trial", sentence: "A trial." };
    const [problem] = await check(policyOfTerms(scenario, terms, trial));
    if (problem !== undefined) for (const name of parameters) refused[name] = reasonOf(problem);
  }
  return refused;
}

function reasonOf({ adjective, noun, found, expected }: Problem): string {
  return `Not to be had in this scenario: ${adjective} ${noun}: ${found}${expected ? `; expected ${expected}` : ""}.`;
}
