import { type Condition, isFactReference, type Leaf } from "../condition.ts";
import type { Fact, FactValue } from "../fact.ts";
import type { Situation } from "./condition-holds.ts";

/** More situations than this are not gone through: then nothing can be told. */
const mostSituations = 100_000;

/**
 * One situation for every way in which conditions can come out: at each number that a fact is compared with, between
 * neighbours, and beyond the ends. Undefined where there are too many to go through.
 *
 * Facts compared with each other share their numbers, with as many points between two of them as there are such facts,
 * so that every order of theirs occurs: exact for comparisons, as nothing else is asked of a number. Facts are taken
 * as free of each other; `fixed` ones have one value only.
 */
export function situationsOf(
  conditions: readonly Condition[],
  facts: ReadonlyMap<string, Fact>,
  fixed: Situation = {},
): Situation[] | undefined {
  const leaves = conditions.flatMap(leavesOf);
  const names = [
    ...new Set(leaves.flatMap(({ fact, value }) => (isFactReference(value) ? [fact, value.fact] : [fact]))),
  ];
  const groupOf = groupsOf(names, leaves);
  const domains = names.map((name) => domainOf(name, facts, leaves, groupOf.get(name)!, fixed));
  const count = domains.reduce((product, domain) => product * domain.length, 1);
  if (count > mostSituations) return undefined;
  return Array.from({ length: count }, (_, place) => {
    const situation: Record<string, FactValue> = {};
    let rest = place;
    for (const [i, domain] of domains.entries()) {
      situation[names[i]!] = domain[rest % domain.length]!;
      rest = Math.floor(rest / domain.length);
    }
    return situation;
  });
}

function leavesOf(condition: Condition): Leaf[] {
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  if ("any" in condition) return condition.any.flatMap(leavesOf);
  if ("not" in condition) return leavesOf(condition.not);
  return [condition];
}

/** Facts that are compared with each other, directly or through others, by each one's name. */
function groupsOf(names: readonly string[], leaves: readonly Leaf[]): Map<string, ReadonlySet<string>> {
  const groups = new Map(names.map((name) => [name, new Set([name])]));
  for (const { fact, value } of leaves) {
    if (!isFactReference(value)) continue;
    const joined = new Set([...groups.get(fact)!, ...groups.get(value.fact)!]);
    for (const name of joined) groups.set(name, joined);
  }
  return groups;
}

function domainOf(
  name: string,
  facts: ReadonlyMap<string, Fact>,
  leaves: readonly Leaf[],
  group: ReadonlySet<string>,
  fixed: Situation,
): FactValue[] {
  if (Object.hasOwn(fixed, name)) return [fixed[name]!];
  const fact = facts.get(name)!;
  if (fact.type === "boolean") return [false, true];
  if (fact.type === "enum") return wordsOf(name, fact, leaves);
  const numbers = new Set<number>();
  for (const leaf of leaves) {
    if (!group.has(leaf.fact) || isFactReference(leaf.value)) continue;
    for (const value of Array.isArray(leaf.value) ? leaf.value : [leaf.value])
      if (typeof value === "number") numbers.add(value);
  }
  for (const other of group) {
    if (typeof fixed[other] === "number") numbers.add(fixed[other]);
    const { min, max } = facts.get(other)!;
    if (min !== undefined) numbers.add(min);
    if (max !== undefined) numbers.add(max);
  }
  return pointsAround(
    [...numbers].sort((a, b) => a - b),
    group.size,
  ).filter((x) => x >= (fact.min ?? Number.NEGATIVE_INFINITY) && x <= (fact.max ?? Number.POSITIVE_INFINITY));
}

/** The words of an enum; where its list is open, those that it is compared with, and one that is none of them. */
function wordsOf(name: string, fact: Fact, leaves: readonly Leaf[]): FactValue[] {
  if (fact.values !== undefined && fact.values.length > 0) return [...fact.values];
  const compared = leaves
    .filter((leaf) => leaf.fact === name && !isFactReference(leaf.value))
    .flatMap((leaf) => leaf.value as FactValue | readonly FactValue[]);
  return [...new Set([...compared, String(fact.default), "another"])];
}

/** The numbers, with `between` points inside each gap and beyond each end; whole ones where the gap has room. */
function pointsAround(numbers: readonly number[], between: number): number[] {
  if (numbers.length === 0) return Array.from({ length: between + 1 }, (_, i) => i);
  const points: number[] = [];
  const first = numbers[0]!;
  for (let i = between; i >= 1; i--) points.push(first - i);
  for (const [i, number] of numbers.entries()) {
    points.push(number);
    const next = numbers[i + 1];
    if (next === undefined) for (let k = 1; k <= between; k++) points.push(number + k);
    else {
      for (let k = 1; k <= between; k++) {
        const exact = number + ((next - number) * k) / (between + 1);
        const whole = Math.floor(number) + k;
        points.push(next - number > between + 1 && whole > number ? whole : exact);
      }
    }
  }
  return points;
}
