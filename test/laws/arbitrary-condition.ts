import fc from "fast-check";
import type { Condition, Leaf } from "../../src/engine/condition.ts";
import { colours, type Names } from "./universe.ts";

/** Numbers that rules are likely to name and columns are likely to sit on. */
export const literal = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -3, max: 12 }) },
  { weight: 2, arbitrary: fc.integer({ min: -7, max: 25 }).map((n) => n / 2) },
  { weight: 1, arbitrary: fc.constantFrom(-0, 0.1, 0.3, 1e6, 1e15, 2 ** 53, -1e9) },
);

const orderings = ["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"] as const;
const equalities = ["equal", "notEqual"] as const;
const memberships = ["in", "notIn"] as const;

/** Any condition on the named facts; the root is `all`, `any` or `not`, as json-rules-engine asks. */
export function arbitraryCondition(names: Names): fc.Arbitrary<Condition> {
  const leaf = arbitraryLeaf(names);
  const { node } = fc.letrec<{ node: Condition; part: Condition }>((tie) => ({
    part: fc.oneof({ maxDepth: 2, depthSize: "small", withCrossShrink: true }, leaf, tie("node")),
    node: fc.oneof(
      { withCrossShrink: true },
      fc.record({ all: fc.array(tie("part"), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie("part"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ not: tie("part") }),
    ),
  }));
  return node;
}

/** A comparison with a literal, a list of literals, or a fact of the same kind. */
export function arbitraryLeaf(names: Names): fc.Arbitrary<Leaf> {
  const numbers = (of: readonly string[]) =>
    compared(of, [...equalities, ...orderings], [...memberships], literal);
  const kinds = [
    { weight: 3, of: names.plain, leaf: numbers },
    { weight: 3, of: names.money, leaf: numbers },
    {
      weight: 2,
      of: names.flags,
      leaf: (of: readonly string[]) => compared(of, [...equalities], [], fc.boolean()),
    },
    {
      weight: 2,
      of: names.words,
      leaf: (of: readonly string[]) =>
        compared(of, [...equalities], [...memberships], fc.constantFrom(...colours)),
    },
  ].filter((kind) => kind.of.length > 0);
  return fc.oneof(...kinds.map(({ weight, of, leaf }) => ({ weight, arbitrary: leaf(of) })));
}

function compared<T extends number | boolean | string>(
  facts: readonly string[],
  single: readonly Leaf["operator"][],
  lists: readonly Leaf["operator"][],
  value: fc.Arbitrary<T>,
): fc.Arbitrary<Leaf> {
  const fact = fc.constantFrom(...facts);
  const operator = fc.constantFrom(...single);
  const kinds: fc.Arbitrary<Leaf>[] = [
    fc.record({ fact, operator, value }),
    fc.record({ fact, operator, value: fc.record({ fact }) }),
  ];
  if (lists.length > 0) {
    const values = fc.array(value, { minLength: 1, maxLength: 4 });
    kinds.push(fc.record({ fact, operator: fc.constantFrom(...lists), value: values }));
  }
  return fc.oneof(...kinds);
}
