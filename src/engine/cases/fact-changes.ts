import { monthsOf } from "../check-example-facts.ts";
import { isGivenByRules } from "../contract.ts";
import type { Fact, FactValue } from "../fact.ts";
import { type RangedFact, rangedFacts } from "../findings/ranged-fact.ts";
import { parameterAsRead } from "../parameter-value.ts";
import type { Example, Ruleset } from "../ruleset.ts";
import { namesInTracked, paymentsOf, readsOf, scopeOf, setFactsOf } from "../scope.ts";
import {
  type Candidate,
  type Change,
  comparedWith,
  numbersAround,
  onTheLine,
  type Search,
} from "./change.ts";
import type { CaseRun } from "./run-case.ts";

/** Every change of one fact in one month that is worth a try. */
export async function factChanges(search: Search): Promise<Candidate[]> {
  const { ruleset, example, run } = search;
  const scope = scopeOf(ruleset);
  const ranged = rangedFacts(ruleset);
  const months = monthsOf(example);
  const candidates: Candidate[] = [];
  for (const name of factsOf(ruleset, example)) {
    const stated = scope.get(name);
    if (stated === undefined) continue;
    // A tracked fact lies where those that it is made of can take it, and counts people whole where they do.
    const fact: RangedFact = stated.from === "tracked" ? { ...stated, ...ranged.get(name) } : stated;
    const given = months.some((month) => Object.hasOwn(month, name));
    if (!given && months.length > 1 && follows(fact)) continue;
    for (const [m, month] of months.entries()) {
      const from = month[name] ?? standing(fact, m, given, run);
      const place = { fact: name, month: months.length > 1 ? m + 1 : undefined, from };
      const values = await valuesOf(fact, place, search);
      for (const to of new Set(values)) {
        if (to === from || !isWithin(fact, to) || isHalved(fact, from, to)) continue;
        const unit = fact.unit === "pence" ? 100 : 1;
        const size = typeof to === "number" ? Math.abs(to - Number(from)) / unit : 1;
        // A month left out is month 1 and no more derived than any other default.
        const derived = !given && name !== "month" && follows(fact);
        candidates.push({ ...place, to, size, given, derived, last: false });
      }
    }
  }
  return candidates;
}

/** Facts that the ruleset reads, the given ones first; not what it pays or sets itself. */
function factsOf(ruleset: Ruleset, example: Example): string[] {
  const own = [...setFactsOf(ruleset), ...paymentsOf(ruleset).map((output) => `${output}Pence`)];
  const given = monthsOf(example).flatMap((month) => Object.keys(month));
  const read = [...readsOf(ruleset), ...Object.values(ruleset.tracked).flatMap(namesInTracked)];
  const others = read.filter((name) => !own.includes(name));
  return [...new Set([...given, ...others])].filter((name) => !Object.hasOwn(ruleset.parameters, name));
}

/**
 * Does a fact follow from the months where no month gives it?
 *
 * Given in one month it is held in all, so that more than one thing would change.
 */
function follows(fact: Fact): boolean {
  return fact.from === "tracked" || fact.name === "month" || isGivenByRules(fact);
}

/** What a fact is where the month leaves it out. */
function standing(fact: Fact, m: number, given: boolean, run: CaseRun): FactValue {
  if (fact.name === "month" && !given) return m + 1;
  return fact.from === "tracked" && !given ? (run.reasons.found[fact.name] ?? fact.default) : fact.default;
}

async function valuesOf(fact: Fact, place: Omit<Change, "to">, search: Search): Promise<FactValue[]> {
  if (fact.type === "boolean") return [!place.from];
  const compared = comparedWith(fact.name, search.leaves, (other) => worthOf(other, search)).filter(
    (value) => typeof value === (fact.type === "enum" ? "string" : "number"),
  );
  if (fact.type === "enum") return [...(fact.values ?? (compared as FactValue[]))];
  const ends = [fact.min, fact.max].filter((end) => end !== undefined);
  const numbers = [...(compared as number[]), ...ends];
  const line = await onTheLine(search, place);
  return [
    ...numbersAround(Number(place.from), numbers, fact.max === 1),
    ...line.flatMap((at) => [at, Math.floor(at), Math.floor(at) + 1]),
  ];
}

/** What another fact or a parameter was, as rules read it. */
function worthOf(name: string, { ruleset, example, run }: Search): FactValue | null | undefined {
  const parameter = Object.hasOwn(ruleset.parameters, name) ? ruleset.parameters[name] : undefined;
  if (parameter === undefined) return run.reasons.found[name];
  const given = monthsOf(example).flatMap((month) => (Object.hasOwn(month, name) ? [month[name]!] : []));
  return parameterAsRead(parameter, given.at(-1) ?? parameter.default, 1);
}

function isWithin({ min, max }: Fact, to: FactValue): boolean {
  return typeof to !== "number" || (Number.isFinite(to) && to >= (min ?? to) && to <= (max ?? to));
}

const counted = /^(?:people|places|posts|months?|days?|years?|pence)$/;

/** Is it a part of what comes whole, and came whole in the case? Nobody is helped by 1.33 starts. */
function isHalved({ unit, whole }: RangedFact, from: FactValue, to: FactValue): boolean {
  return (whole || counted.test(unit)) && Number.isInteger(from) && !Number.isInteger(to);
}
