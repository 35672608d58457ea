import { monthsOf } from "../check-example-facts.ts";
import { type Condition, isFactReference, type Leaf } from "../condition.ts";
import type { Evaluate } from "../evaluate.ts";
import type { Fact, FactValue } from "../fact.ts";
import { type RangedFact, rangedFacts } from "../findings/ranged-fact.ts";
import { parameterAsRead, parameterProblem } from "../parameter-value.ts";
import type { Example, Ruleset } from "../ruleset.ts";
import { namesInTracked, paymentsOf, readsOf, setFactsOf } from "../scope.ts";
import { type CaseRun, expectedValue, meets, runCase } from "./run-case.ts";

/** One fact of one month of a case, changed; or a parameter that the case gives, in pounds where it is money. */
export type Change = {
  readonly fact: string;
  /** Counted from 1; undefined where the case has one month. */
  readonly month: number | undefined;
  readonly from: FactValue;
  readonly to: FactValue;
};

type Candidate = Change & { readonly size: number };

/** More candidates than this are not tried: a case of many months has many facts. */
const mostTried = 4000;
const wholesAround = 12;

/**
 * The smallest change of one fact in one month with which a case would have given what it expects, confirmed on
 * json-rules-engine and on the kernel; undefined where no change that is tried does.
 *
 * Tried are the words of an enum, yes and no, whole numbers near the given one, the numbers that a fact is compared
 * with and those around them, and what a straight line through two answers points at. A word or a yes counts as a
 * step of 1, and so does £1.
 */
export async function nearestChange(
  ruleset: Ruleset,
  example: Example,
  run: CaseRun,
  evaluate: Evaluate,
): Promise<Change | undefined> {
  const candidates = [
    ...(await candidatesOf(ruleset, example, run, evaluate)),
    ...(await parameterCandidates(ruleset, example, run, evaluate)),
  ]
    .sort((a, b) => a.size - b.size)
    .slice(0, mostTried);
  for (const candidate of candidates) {
    const tried = await runCase(ruleset, changed(example, candidate), evaluate);
    if (tried !== undefined && meets(tried.reasons, example) && meets(tried.kernel, example))
      return candidate;
  }
  return undefined;
}

async function candidatesOf(
  ruleset: Ruleset,
  example: Example,
  run: CaseRun,
  evaluate: Evaluate,
): Promise<Candidate[]> {
  // People and months are whole: half a start would be no help.
  const scope = rangedFacts(ruleset);
  const leaves = leavesIn([ruleset.stages, ruleset.tracked]);
  const months = monthsOf(example);
  const candidates: Candidate[] = [];
  for (const name of factsOf(ruleset, example)) {
    const fact = scope.get(name);
    if (fact === undefined) continue;
    const given = months.some((month) => Object.hasOwn(month, name));
    // A tracked fact that is given in one month is held in all: only where there is one is that one change.
    if (fact.from === "tracked" && !given && months.length > 1) continue;
    for (const [m, month] of months.entries()) {
      const from = month[name] ?? standing(fact, m, given, run);
      const place = { fact: name, month: months.length > 1 ? m + 1 : undefined, from };
      const values =
        fact.type === "boolean"
          ? [!from]
          : fact.type === "enum"
            ? wordsOf(fact, leaves)
            : [
                ...numbersOf(fact, Number(from), leaves, run, ruleset, example),
                ...(await onTheLine(ruleset, example, run, place, evaluate)),
              ];
      for (const to of new Set(values)) {
        if (to === from || !isWithin(fact, to)) continue;
        const unit = fact.unit === "pence" ? 100 : 1;
        const size = typeof to === "number" ? Math.abs(to - Number(from)) / unit : 1;
        candidates.push({ ...place, to, size });
      }
    }
  }
  return candidates;
}

/** Other values for the parameters that a case gives: words, ends of the range, whole numbers near and on the line. */
async function parameterCandidates(
  ruleset: Ruleset,
  example: Example,
  run: CaseRun,
  evaluate: Evaluate,
): Promise<Candidate[]> {
  const candidates: Candidate[] = [];
  for (const [m, month] of monthsOf(example).entries())
    for (const [name, from] of Object.entries(month)) {
      const parameter = Object.hasOwn(ruleset.parameters, name) ? ruleset.parameters[name]! : undefined;
      // A parameter has one value for the whole case, so one that several months give is not tried apart.
      if (parameter === undefined || candidates.some(({ fact }) => fact === name)) continue;
      const place = { fact: name, month: m + 1, from };
      const values: FactValue[] =
        parameter.type === "boolean"
          ? [!from]
          : parameter.type === "enum"
            ? [...(parameter.values ?? [])]
            : [
                ...near(Number(from)),
                ...[parameter.min, parameter.max, Number(parameter.default)].filter((x) => x !== undefined),
                ...(await onTheLine(ruleset, example, run, place, evaluate)).map(
                  (x) => Math.round(x * 100) / 100,
                ),
              ];
      for (const to of new Set(values)) {
        if (to === from || parameterProblem(parameter, to) !== undefined) continue;
        candidates.push({ ...place, to, size: typeof to === "number" ? Math.abs(to - Number(from)) : 1 });
      }
    }
  return candidates.map((candidate) =>
    monthsOf(example).length > 1 ? candidate : { ...candidate, month: undefined },
  );
}

function near(from: number): number[] {
  return Array.from({ length: 2 * wholesAround + 1 }, (_, i) => Math.floor(from) + i - wholesAround);
}

/** Facts that the ruleset reads, the given ones first; not what it pays or sets itself. */
function factsOf(ruleset: Ruleset, example: Example): string[] {
  const own = [...setFactsOf(ruleset), ...paymentsOf(ruleset).map((output) => `${output}Pence`)];
  const given = monthsOf(example).flatMap((month) => Object.keys(month));
  const read = [...readsOf(ruleset), ...Object.values(ruleset.tracked).flatMap(namesInTracked)];
  const others = read.filter((name) => !own.includes(name));
  return [...new Set([...given, ...others])].filter((name) => !Object.hasOwn(ruleset.parameters, name));
}

/** What a fact is where the month leaves it out. */
function standing(fact: Fact, m: number, given: boolean, run: CaseRun): FactValue {
  if (fact.name === "month" && !given) return m + 1;
  return fact.from === "tracked" && !given ? (run.reasons.found[fact.name] ?? fact.default) : fact.default;
}

function wordsOf(fact: Fact, leaves: readonly Leaf[]): FactValue[] {
  if (fact.values !== undefined) return [...fact.values];
  return leaves
    .filter((leaf) => leaf.fact === fact.name && !isFactReference(leaf.value))
    .flatMap((leaf) => leaf.value as FactValue | FactValue[]);
}

function numbersOf(
  fact: Fact,
  from: number,
  leaves: readonly Leaf[],
  run: CaseRun,
  ruleset: Ruleset,
  example: Example,
): number[] {
  const worth = (name: string): FactValue | null | undefined => {
    const parameter = Object.hasOwn(ruleset.parameters, name) ? ruleset.parameters[name] : undefined;
    if (parameter === undefined) return run.reasons.found[name];
    const given = monthsOf(example).flatMap((month) => (Object.hasOwn(month, name) ? [month[name]!] : []));
    return parameterAsRead(parameter, given.at(-1) ?? parameter.default, 1);
  };
  const compared = leaves.flatMap(({ fact: left, value }) => {
    if (isFactReference(value))
      return left === fact.name ? [worth(value.fact)] : value.fact === fact.name ? [worth(left)] : [];
    return left === fact.name ? (value as FactValue | FactValue[]) : [];
  });
  const numbers = compared.filter((value) => typeof value === "number");
  const ends = [fact.min, fact.max].filter((end) => end !== undefined);
  // Shares and the like have no whole numbers in between: a hundredth is a step of theirs.
  const steps = [...numbers, from, ...ends].every(Number.isInteger) && fact.max !== 1 ? [1] : [0.01, 1];
  const around = numbers.flatMap((x) => [x, ...steps.flatMap((step) => [x - step, x + step])]);
  return [...around, ...near(from), ...ends];
}

/** Where a straight line through the answer and the answer one step on meets what is expected. */
async function onTheLine(
  ruleset: Ruleset,
  example: Example,
  run: CaseRun,
  place: Omit<Change, "to">,
  evaluate: Evaluate,
): Promise<number[]> {
  const from = Number(place.from);
  const one = await runCase(ruleset, changed(example, { ...place, to: from + 1 }), evaluate);
  if (one === undefined) return [];
  return Object.keys(example.expect).flatMap((name) => {
    const [wanted, before, after] = [
      expectedValue(example, name),
      run.reasons.found[name],
      one.reasons.found[name],
    ];
    if (typeof wanted !== "number" || typeof before !== "number" || typeof after !== "number") return [];
    if (after === before) return [];
    const at = from + (wanted - before) / (after - before);
    return [at, Math.floor(at), Math.floor(at) + 1];
  });
}

function isWithin({ min, max, whole }: RangedFact, to: FactValue): boolean {
  if (typeof to !== "number") return true;
  if (whole === true && !Number.isInteger(to)) return false;
  return Number.isFinite(to) && to >= (min ?? to) && to <= (max ?? to);
}

function changed(example: Example, { fact, month, to }: Change): Example {
  const months = monthsOf(example).map((given, m) =>
    month === undefined || month === m + 1 ? { ...given, [fact]: to } : given,
  );
  return { ...example, given: month === undefined ? months[0]! : { months } };
}

/** Every comparison anywhere in a part of a ruleset. */
function leavesIn(part: unknown): Leaf[] {
  if (typeof part !== "object" || part === null) return [];
  if ("fact" in part && "operator" in part) return [part as Leaf & Condition];
  return Object.values(part).flatMap(leavesIn);
}
