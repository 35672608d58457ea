import type { AmountSpec } from "../amount.ts";

/** Where a number can lie, ends included, and whether it is whole. */
export type Range = { readonly min: number; readonly max: number; readonly whole: boolean };

export const anyNumber: Range = {
  min: Number.NEGATIVE_INFINITY,
  max: Number.POSITIVE_INFINITY,
  whole: false,
};

/** The range of what is 0. */
export const nothing: Range = { min: 0, max: 0, whole: true };

/** Where an amount can lie if the names in it lie where `rangeOf` says, each free of the others. */
export function amountRange(spec: AmountSpec, rangeOf: (name: string) => Range): Range {
  const within = (part: AmountSpec) => amountRange(part, rangeOf);
  if (typeof spec === "number") return { min: spec, max: spec, whole: Number.isInteger(spec) };
  if ("fact" in spec) return rangeOf(spec.fact);
  if ("param" in spec) return rangeOf(spec.param);
  if ("add" in spec) return spec.add.map(within).reduce(sum);
  if ("sub" in spec) return spec.sub.map(within).reduce((left, right) => sum(left, negative(right)));
  if ("mul" in spec) return spec.mul.map(within).reduce(product);
  if ("min" in spec) return spec.min.map(within).reduce((a, b) => bothEnds(Math.min, a, b));
  if ("max" in spec) return spec.max.map(within).reduce((a, b) => bothEnds(Math.max, a, b));
  if ("clamp" in spec) {
    const [of, low, high] = spec.clamp.map(within) as [Range, Range, Range];
    return bothEnds(Math.min, bothEnds(Math.max, of, low), high);
  }
  if ("round" in spec) {
    const { min, max } = within(spec.round);
    return { min: Math.floor(min), max: Math.ceil(max), whole: true };
  }
  if ("table" in spec)
    return [...spec.table.rows.map((row) => row.value), spec.table.otherwise].map(within).reduce(either);
  // Of nothing every part is nothing.
  if ("instalment" in spec && isNothing(within(spec.instalment[0]!))) return nothing;
  if ("div" in spec && isNothing(within(spec.div[0]!))) return either(nothing, within(spec.otherwise));
  return anyNumber;
}

/** Is a number 0 whatever happens? */
export function isNothing({ min, max }: Range): boolean {
  return min === 0 && max === 0;
}

/** Where a number can lie that lies in one range or the other. */
export function either(a: Range, b: Range): Range {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max), whole: a.whole && b.whole };
}

function sum(a: Range, b: Range): Range {
  return { min: a.min + b.min, max: a.max + b.max, whole: a.whole && b.whole };
}

function negative({ min, max, whole }: Range): Range {
  return { min: -max, max: -min, whole };
}

function product(a: Range, b: Range): Range {
  // An end without limit times 0 is 0: no number lies at the end itself.
  const times = (x: number, y: number) => (x === 0 || y === 0 ? 0 : x * y);
  const corners = [times(a.min, b.min), times(a.min, b.max), times(a.max, b.min), times(a.max, b.max)];
  return { min: Math.min(...corners), max: Math.max(...corners), whole: a.whole && b.whole };
}

function bothEnds(of: (x: number, y: number) => number, a: Range, b: Range): Range {
  return { min: of(a.min, b.min), max: of(a.max, b.max), whole: a.whole && b.whole };
}
