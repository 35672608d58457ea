// Whole units and billionths, as `round` (half away from zero) and `tidy` of money.ts give them.

const MILLION: f64 = 1000000;
const BILLION: f64 = 1000000000;

@inline
function rounded(x: v128): v128 {
  const zero = f64x2.splat(0);
  const whole = f64x2.eq(f64x2.floor(x), x);
  const plain = f64x2.add(x, zero);
  if (v128.all_true<i64>(whole)) return plain;
  const size = f64x2.div(
    f64x2.floor(f64x2.add(f64x2.mul(f64x2.abs(x), f64x2.splat(MILLION)), f64x2.splat(0.5))),
    f64x2.splat(MILLION),
  );
  const below = f64x2.floor(size);
  const up = f64x2.ge(f64x2.sub(size, below), f64x2.splat(0.5));
  const units = v128.bitselect(f64x2.add(below, f64x2.splat(1)), below, up);
  const signed = v128.bitselect(f64x2.sub(zero, units), units, f64x2.lt(x, zero));
  return v128.bitselect(plain, signed, whole);
}

export function round(o: usize, a: usize, n: i32): void {
  const end = o + (<usize>n << 3);
  while (o < end) {
    v128.store(o, rounded(v128.load(a)));
    v128.store(o, rounded(v128.load(a, 16)), 16);
    o += 32;
    a += 32;
  }
}

@inline
function tidied(x: v128): v128 {
  const zero = f64x2.splat(0);
  const plain = f64x2.add(x, zero);
  const keep = v128.or(
    f64x2.eq(f64x2.floor(x), x),
    v128.or(f64x2.gt(x, f64x2.splat(4e6)), f64x2.lt(x, f64x2.splat(-4e6))),
  );
  if (v128.all_true<i64>(keep)) return plain;
  // Math.round: the whole number above, less one where that is more than a half away.
  const scaled = f64x2.mul(x, f64x2.splat(BILLION));
  const above = f64x2.ceil(scaled);
  const near = f64x2.le(f64x2.sub(above, f64x2.splat(0.5)), scaled);
  const nearest = v128.bitselect(above, f64x2.sub(above, f64x2.splat(1)), near);
  return v128.bitselect(plain, f64x2.add(f64x2.div(nearest, f64x2.splat(BILLION)), zero), keep);
}

export function tidy(o: usize, a: usize, n: i32): void {
  const end = o + (<usize>n << 3);
  while (o < end) {
    v128.store(o, tidied(v128.load(a)));
    v128.store(o, tidied(v128.load(a, 16)), 16);
    o += 32;
    a += 32;
  }
}
