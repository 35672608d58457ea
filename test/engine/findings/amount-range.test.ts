import fc from "fast-check";
import { expect, it } from "vitest";
import { type AmountSpec, resolveAmount, workOut } from "../../../src/engine/amount.ts";
import { amountRange, type Range } from "../../../src/engine/findings/amount-range.ts";

const ranges: Record<string, Range> = {
  people: { min: 0, max: 10, whole: true },
  change: { min: -3, max: 4, whole: true },
  share: { min: 0, max: 1, whole: false },
};

const { amount } = fc.letrec<{ amount: AmountSpec }>((tie) => {
  const few = fc.array(tie("amount"), { minLength: 1, maxLength: 3 });
  const two = fc.tuple(tie("amount"), tie("amount"));
  return {
    amount: fc.oneof(
      { depthSize: "small" },
      fc.integer({ min: -5, max: 5 }),
      fc.constantFrom(...Object.keys(ranges)).map((fact) => ({ fact })),
      few.map((add) => ({ add })),
      two.map((sub) => ({ sub })),
      two.map((mul) => ({ mul })),
      few.map((min) => ({ min })),
      few.map((max) => ({ max })),
      tie("amount").map((of) => ({ clamp: [of, -1, 2] })),
      tie("amount").map((round) => ({ round })),
      fc.tuple(tie("amount"), tie("amount"), tie("amount")).map((instalment) => ({ instalment })),
      two.map(([div, otherwise]) => ({ div: [div, { fact: "people" }], otherwise })),
      fc
        .tuple(tie("amount"), tie("amount"), tie("amount"))
        .map(([of, value, otherwise]) => ({ table: { of, rows: [{ upTo: 1, value }], otherwise } })),
    ),
  };
});

it("an amount lies in its range whatever its facts are within theirs, and is whole where the range says so", () => {
  const world = fc.record({
    people: fc.integer({ min: 0, max: 10 }),
    change: fc.integer({ min: -3, max: 4 }),
    share: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
  });
  fc.assert(
    fc.property(amount, world, (spec, facts: Record<string, number>) => {
      const { min, max, whole } = amountRange(spec, (name) => ranges[name]!);
      const resolved = resolveAmount(spec, { param: () => 0, code: () => 0 });
      const value = workOut(resolved, (name) => facts[name]!);
      // Binary fractions of thirds may miss an end by their last digit.
      const slack = 1e-9 * Math.max(1, Math.abs(value));
      expect(value >= min - slack && value <= max + slack).toBe(true);
      if (whole) expect(Number.isInteger(value)).toBe(true);
    }),
    { seed: 20170703, numRuns: 3000 },
  );
});

it("what is held at 0 is not below it, and at most what it is taken from", () => {
  const short: AmountSpec = { max: [{ sub: [20, { fact: "people" }] }, 0] };
  expect(amountRange(short, () => ({ min: 0, max: Number.POSITIVE_INFINITY, whole: true }))).toEqual({
    min: 0,
    max: 20,
    whole: true,
  });
});
