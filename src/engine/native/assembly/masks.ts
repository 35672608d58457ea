// Masks hold a byte a path, 0 or 1. Sixteen paths at a time.

const EQUAL = 0;
const NOT_EQUAL = 1;
const LESS = 2;
const LESS_OR_EQUAL = 3;
const GREATER = 4;
const GREATER_OR_EQUAL = 5;

@inline
function test(op: i32, x: v128, y: v128): v128 {
  if (op == EQUAL) return f64x2.eq(x, y);
  if (op == NOT_EQUAL) return f64x2.ne(x, y);
  if (op == LESS) return f64x2.lt(x, y);
  if (op == LESS_OR_EQUAL) return f64x2.le(x, y);
  if (op == GREATER) return f64x2.gt(x, y);
  return f64x2.ge(x, y);
}

/** Four yes or no of two 64-bit lanes each, as eight 16-bit lanes. */
@inline
function narrowed(a: v128, b: v128, c: v128, d: v128): v128 {
  return i16x8.narrow_i32x4_s(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(c, d, 0, 2, 4, 6));
}

/** Stores sixteen yes or no as bytes and gives how many are yes. */
@inline
function storeBytes(o: usize, low: v128, high: v128): i32 {
  const bytes = i8x16.narrow_i16x8_s(low, high);
  v128.store(o, v128.and(bytes, i8x16.splat(1)));
  return popcnt(i8x16.bitmask(bytes));
}

@inline
function compareColumns(op: i32, o: usize, a: usize, b: usize, n: i32): i32 {
  const end = o + <usize>n;
  let hits = 0;
  while (o < end) {
    const low = narrowed(
      test(op, v128.load(a), v128.load(b)),
      test(op, v128.load(a, 16), v128.load(b, 16)),
      test(op, v128.load(a, 32), v128.load(b, 32)),
      test(op, v128.load(a, 48), v128.load(b, 48)),
    );
    const high = narrowed(
      test(op, v128.load(a, 64), v128.load(b, 64)),
      test(op, v128.load(a, 80), v128.load(b, 80)),
      test(op, v128.load(a, 96), v128.load(b, 96)),
      test(op, v128.load(a, 112), v128.load(b, 112)),
    );
    hits += storeBytes(o, low, high);
    o += 16;
    a += 128;
    b += 128;
  }
  return hits;
}

@inline
function compareNumber(op: i32, o: usize, a: usize, b: f64, n: i32): i32 {
  const end = o + <usize>n;
  const y = f64x2.splat(b);
  let hits = 0;
  while (o < end) {
    const low = narrowed(
      test(op, v128.load(a), y),
      test(op, v128.load(a, 16), y),
      test(op, v128.load(a, 32), y),
      test(op, v128.load(a, 48), y),
    );
    const high = narrowed(
      test(op, v128.load(a, 64), y),
      test(op, v128.load(a, 80), y),
      test(op, v128.load(a, 96), y),
      test(op, v128.load(a, 112), y),
    );
    hits += storeBytes(o, low, high);
    o += 16;
    a += 128;
  }
  return hits;
}

export function equalColumns(o: usize, a: usize, b: usize, n: i32): i32 { return compareColumns(EQUAL, o, a, b, n); }
export function notEqualColumns(o: usize, a: usize, b: usize, n: i32): i32 { return compareColumns(NOT_EQUAL, o, a, b, n); }
export function lessThanColumns(o: usize, a: usize, b: usize, n: i32): i32 { return compareColumns(LESS, o, a, b, n); }
export function lessThanInclusiveColumns(o: usize, a: usize, b: usize, n: i32): i32 { return compareColumns(LESS_OR_EQUAL, o, a, b, n); }
export function greaterThanColumns(o: usize, a: usize, b: usize, n: i32): i32 { return compareColumns(GREATER, o, a, b, n); }
export function greaterThanInclusiveColumns(o: usize, a: usize, b: usize, n: i32): i32 { return compareColumns(GREATER_OR_EQUAL, o, a, b, n); }
export function equalNumber(o: usize, a: usize, b: f64, n: i32): i32 { return compareNumber(EQUAL, o, a, b, n); }
export function notEqualNumber(o: usize, a: usize, b: f64, n: i32): i32 { return compareNumber(NOT_EQUAL, o, a, b, n); }
export function lessThanNumber(o: usize, a: usize, b: f64, n: i32): i32 { return compareNumber(LESS, o, a, b, n); }
export function lessThanInclusiveNumber(o: usize, a: usize, b: f64, n: i32): i32 { return compareNumber(LESS_OR_EQUAL, o, a, b, n); }
export function greaterThanNumber(o: usize, a: usize, b: f64, n: i32): i32 { return compareNumber(GREATER, o, a, b, n); }
export function greaterThanInclusiveNumber(o: usize, a: usize, b: f64, n: i32): i32 { return compareNumber(GREATER_OR_EQUAL, o, a, b, n); }

export function both(o: usize, x: usize, y: usize, n: i32): i32 {
  const end = o + <usize>n;
  let hits = 0;
  while (o < end) {
    const held = v128.and(v128.load(x), v128.load(y));
    v128.store(o, held);
    hits += popcnt(i8x16.bitmask(i8x16.neg(held)));
    o += 16;
    x += 16;
    y += 16;
  }
  return hits;
}

export function either(o: usize, x: usize, y: usize, n: i32): i32 {
  const end = o + <usize>n;
  let hits = 0;
  while (o < end) {
    const held = v128.or(v128.load(x), v128.load(y));
    v128.store(o, held);
    hits += popcnt(i8x16.bitmask(i8x16.neg(held)));
    o += 16;
    x += 16;
    y += 16;
  }
  return hits;
}

export function opposite(o: usize, x: usize, n: i32): void {
  const end = o + <usize>n;
  const one = i8x16.splat(1);
  while (o < end) {
    v128.store(o, v128.xor(v128.load(x), one));
    o += 16;
    x += 16;
  }
}
