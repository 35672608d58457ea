import fc from "fast-check";
import type { AmountSpec } from "../../src/engine/amount.ts";
import { roundingModes } from "../../src/engine/money.ts";
import { literal } from "./arbitrary-condition.ts";
import { colours, type Names } from "./universe.ts";

/** What an amount may read: facts, and the parameters of its ruleset. */
export type AmountReads = { readonly facts: Names; readonly parameters: Names };

/** Amounts of money and plain numbers, of every operation, over what may be read. */
export function arbitraryAmounts({ facts, parameters }: AmountReads): {
  money: fc.Arbitrary<AmountSpec>;
  plain: fc.Arbitrary<AmountSpec>;
} {
  const fact = (names: readonly string[]) => fc.record({ fact: fc.constantFrom(...names) });
  const param = (names: readonly string[]) => fc.record({ param: fc.constantFrom(...names) });
  const moneyLeaf: fc.Arbitrary<AmountSpec> = fc.oneof(
    { weight: 3, arbitrary: param(parameters.money) },
    { weight: 3, arbitrary: fact(facts.money) },
  );
  const plainLeaf: fc.Arbitrary<AmountSpec> = fc.oneof(
    { weight: 3, arbitrary: fact(facts.plain) },
    { weight: 2, arbitrary: literal },
    { weight: 1, arbitrary: param([...parameters.plain, ...parameters.flags]) },
    { weight: 1, arbitrary: fact(facts.flags) },
  );
  return fc.letrec<{ money: AmountSpec; plain: AmountSpec }>((tie) => {
    const [money, plain] = [tie("money"), tie("plain")];
    // The literal 0 is money too, beside money.
    const orZero = (part: Part): Part =>
      fc.oneof({ weight: 4, arbitrary: part }, { weight: 1, arbitrary: fc.constant<AmountSpec>(0) });
    const same = (part: Part) => sameMeasure(part, orZero(part), plain, facts);
    return {
      money: fc.oneof(
        { maxDepth: 3, depthSize: "small", withCrossShrink: true },
        moneyLeaf,
        ...same(money),
        product(money, plain),
        quotient(money, plain, orZero(money)),
        tiers(plain, plain, money),
        tiers(money, money, plain),
      ),
      plain: fc.oneof(
        { maxDepth: 2, depthSize: "small", withCrossShrink: true },
        plainLeaf,
        ...same(plain),
        product(plain, plain),
        quotient(plain, plain, plain),
        quotient(money, money, plain),
        tiers(plain, plain, plain),
      ),
    };
  });
}

type Part = fc.Arbitrary<AmountSpec>;

/** Operations whose parts and result measure the same. */
function sameMeasure(part: Part, other: Part, plain: Part, facts: Names): Part[] {
  const list = (least: number) =>
    fc
      .tuple(part, fc.array(other, { minLength: least - 1, maxLength: 2 }), fc.boolean())
      .map(([first, rest, last]) => (last ? [...rest, first] : [first, ...rest]));
  return [
    fc.record({ add: list(1) }),
    fc.record({ sub: list(2) }),
    fc.record({ min: list(1) }),
    fc.record({ max: list(1) }),
    fc.record({ clamp: fc.tuple(part, other, other) }),
    fc.record({ round: part, mode: fc.constantFrom(undefined, ...roundingModes) }),
    fc.record({ instalment: fc.tuple(part, plain, fc.oneof(plain, fc.integer({ min: 0, max: 12 }))) }),
    fc.record({
      table: fc.record({
        of: plain,
        rows: fc.array(
          fc.oneof(fc.record({ upTo: plain, value: part }), fc.record({ is: literal, value: part })),
          { minLength: 1, maxLength: 3 },
        ),
        otherwise: other,
      }),
    }),
    wordTable(part, other, facts.words, fc.constantFrom(...colours)),
    wordTable(part, other, facts.flags, fc.boolean()),
  ];
}

function wordTable(
  part: Part,
  other: Part,
  names: readonly string[],
  is: fc.Arbitrary<string | boolean>,
): Part {
  return fc.record({
    table: fc.record({
      of: fc.record({ fact: fc.constantFrom(...names) }),
      rows: fc.array(fc.record({ is, value: part }), { minLength: 1, maxLength: 3 }),
      otherwise: other,
    }),
  });
}

function product(first: Part, others: Part): Part {
  return fc
    .tuple(first, fc.array(others, { maxLength: 2 }), fc.boolean())
    .map(([money, rest, last]) => ({ mul: last ? [...rest, money] : [money, ...rest] }));
}

function quotient(over: Part, under: Part, otherwise: Part): Part {
  return fc.record({ div: fc.tuple(over, under), otherwise });
}

function tiers(of: Part, upTo: Part, rate: Part): Part {
  const bands = fc
    .tuple(
      fc.array(fc.record({ upTo, rate }), { maxLength: 2 }),
      fc.oneof(fc.record({ rate }), fc.record({ upTo, rate })),
    )
    .map(([ended, last]) => [...ended, last]);
  return fc.record({ tiers: fc.record({ of, bands }) });
}
