import { type Condition, isFactReference, type Leaf } from "../condition.ts";
import type { Fact, FactValue } from "../fact.ts";
import type { Situation } from "./condition-holds.ts";
import { isInOrder, relationsAmong } from "./fact-relations.ts";
import { pointsAround } from "./points-around.ts";
import type { RangedFact } from "./ranged-fact.ts";

/** More situations than this are not gone through: then nothing can be told. */
const mostSituations = 100_000;
/** Nor are more than this where a coarser look would do: a file is checked in seconds. */
const mostRefined = 30_000;

/** Situations as the cells of a grid: one axis a fact, with its values in order. */
export type SituationGrid = {
  readonly axes: readonly Axis[];
  readonly count: number;
  /** The situation of a cell; undefined where facts of the dictionary cannot stand so to each other. */
  readonly at: (cell: number) => Situation | undefined;
};

export type Axis = {
  readonly fact: RangedFact;
  readonly values: readonly FactValue[];
  /** How many cells apart neighbours on this axis are. */
  readonly step: number;
  /** How many facts share its numbers, as they are compared with each other. */
  readonly together: number;
  /** The numbers that conditions name; what lies between them stands for all between. */
  readonly named: ReadonlySet<FactValue>;
};

type Care = { readonly related: boolean; readonly usual: boolean; readonly whole: boolean };

// From the most telling to the least that is exact: whole numbers only where facts are whole is a refinement.
const cares: readonly Care[] = [
  { related: true, usual: true, whole: true },
  { related: true, usual: false, whole: true },
  { related: false, usual: false, whole: true },
];

/**
 * One situation for every way in which conditions can come out: at each number that a fact is compared with, between
 * neighbours, and beyond the ends. Undefined where there are too many to go through.
 *
 * Facts compared with each other share their numbers, with as many points between two of them as there are such facts,
 * so that every order of theirs occurs: exact for comparisons, as nothing else is asked of a number. Facts are taken
 * as free of each other but for those of the dictionary that are never over one another; `fixed` ones have one value.
 */
export function situationGrid(
  conditions: readonly Condition[],
  facts: ReadonlyMap<string, RangedFact>,
  fixed: Situation = {},
): SituationGrid | undefined {
  const leaves = conditions.flatMap(leavesOf);
  for (const care of cares) {
    const grid = gridOf(leaves, facts, fixed, care);
    if (grid.count <= mostRefined) return grid;
  }
  const plain = gridOf(leaves, facts, fixed, { related: false, usual: false, whole: false });
  return plain.count <= mostSituations ? plain : undefined;
}

/** The situations of a grid, those that can be. */
export function situationsOf(...asked: Parameters<typeof situationGrid>): Situation[] | undefined {
  const grid = situationGrid(...asked);
  if (grid === undefined) return undefined;
  return Array.from({ length: grid.count }, (_, cell) => grid.at(cell)).filter((x) => x !== undefined);
}

function gridOf(
  leaves: readonly Leaf[],
  facts: ReadonlyMap<string, RangedFact>,
  fixed: Situation,
  care: Care,
): SituationGrid {
  const names = [
    ...new Set(leaves.flatMap(({ fact, value }) => (isFactReference(value) ? [fact, value.fact] : [fact]))),
  ];
  const relations = care.related ? relationsAmong(names) : [];
  const pairs = [
    ...leaves.flatMap(({ fact, value }) => (isFactReference(value) ? [[fact, value.fact] as const] : [])),
    ...relations.map(([least, most]) => [least, most] as const),
  ];
  const groupOf = groupsOf(names, pairs);
  let count = 1;
  const axes = names.map((name): Axis => {
    const fact = facts.get(name)!;
    const group = groupOf.get(name)!;
    const named = numbersNamed(group, leaves, fixed);
    const values = Object.hasOwn(fixed, name)
      ? [fixed[name]!]
      : valuesOf(fact, leaves, group, named, facts, care);
    const axis = { fact, values, step: count, together: group.size, named };
    count *= values.length;
    return axis;
  });
  const at = (cell: number) => {
    const situation: Record<string, FactValue> = {};
    for (const { fact, values, step } of axes)
      situation[fact.name] = values[Math.floor(cell / step) % values.length]!;
    return relations.every((relation) => isInOrder(relation, situation)) ? situation : undefined;
  };
  return { axes, count, at };
}

function leavesOf(condition: Condition): Leaf[] {
  if ("all" in condition) return condition.all.flatMap(leavesOf);
  if ("any" in condition) return condition.any.flatMap(leavesOf);
  if ("not" in condition) return leavesOf(condition.not);
  return [condition];
}

/** Facts that stand in some order to each other, directly or through others, by each one's name. */
function groupsOf(
  names: readonly string[],
  pairs: readonly (readonly [string, string])[],
): Map<string, ReadonlySet<string>> {
  const groups = new Map(names.map((name) => [name, new Set([name])]));
  for (const [one, other] of pairs) {
    const joined = new Set([...groups.get(one)!, ...groups.get(other)!]);
    for (const name of joined) groups.set(name, joined);
  }
  return groups;
}

function numbersNamed(group: ReadonlySet<string>, leaves: readonly Leaf[], fixed: Situation): Set<number> {
  const compared = leaves.flatMap(({ fact, value }) =>
    group.has(fact) && !isFactReference(value) ? (value as FactValue | readonly FactValue[]) : [],
  );
  const known = [...group].flatMap((name) => (Object.hasOwn(fixed, name) ? [fixed[name]!] : []));
  return new Set([...compared, ...known].filter((value) => typeof value === "number"));
}

function valuesOf(
  fact: RangedFact,
  leaves: readonly Leaf[],
  group: ReadonlySet<string>,
  named: ReadonlySet<number>,
  facts: ReadonlyMap<string, RangedFact>,
  care: Care,
): FactValue[] {
  if (fact.type === "boolean") return [false, true];
  if (fact.type === "enum") return wordsOf(fact, leaves);
  const numbers = new Set(named);
  const members = [...group].map((name) => facts.get(name)!);
  for (const member of members) {
    for (const end of [member.min, member.max]) if (end !== undefined) numbers.add(end);
    // Where it usually is makes a likelier witness than a point at an end.
    if (care.usual && member.from === "dictionary" && typeof member.default === "number")
      numbers.add(member.default);
  }
  const isWhole = (member: RangedFact) => care.whole && member.whole === true;
  const mixture = members.every(isWhole) ? "whole" : members.some(isWhole) ? "both" : "any";
  return pointsAround(
    [...numbers].sort((a, b) => a - b),
    group.size,
    mixture,
  ).filter(
    (x) =>
      x >= (fact.min ?? Number.NEGATIVE_INFINITY) &&
      x <= (fact.max ?? Number.POSITIVE_INFINITY) &&
      (!isWhole(fact) || Number.isInteger(x)),
  );
}

/** The words of an enum; where its list is open, those that it is compared with, and one that is none of them. */
function wordsOf(fact: Fact, leaves: readonly Leaf[]): FactValue[] {
  if (fact.values !== undefined && fact.values.length > 0) return [...fact.values];
  const compared = leaves
    .filter((leaf) => leaf.fact === fact.name && !isFactReference(leaf.value))
    .flatMap((leaf) => leaf.value as FactValue | readonly FactValue[]);
  return [...new Set([...compared, String(fact.default), "another"])];
}
