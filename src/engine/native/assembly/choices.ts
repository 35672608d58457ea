// One number where a mask holds and another elsewhere: eight paths at a time, the mask's bytes widened to 64-bit lanes.

const BOTH_COLUMNS = 0;
const THEN_NUMBER = 1;
const OTHERWISE_NUMBER = 2;
const BOTH_NUMBERS = 3;

@inline
function choose(form: i32, o: usize, m: usize, a: usize, b: usize, u: f64, v: f64, n: i32): void {
  const end = o + (<usize>n << 3);
  const x = f64x2.splat(u);
  const y = f64x2.splat(v);
  const thenNumber = form == THEN_NUMBER || form == BOTH_NUMBERS;
  const otherwiseNumber = form == OTHERWISE_NUMBER || form == BOTH_NUMBERS;
  while (o < end) {
    // 0 and 1 become no bits and all bits.
    const words = i16x8.neg(v128.load_ext<u8>(m));
    const low = i32x4.extend_low_i16x8_s(words);
    const high = i32x4.extend_high_i16x8_s(words);
    v128.store(
      o,
      v128.bitselect(thenNumber ? x : v128.load(a), otherwiseNumber ? y : v128.load(b), i64x2.extend_low_i32x4_s(low)),
    );
    v128.store(
      o,
      v128.bitselect(
        thenNumber ? x : v128.load(a, 16),
        otherwiseNumber ? y : v128.load(b, 16),
        i64x2.extend_high_i32x4_s(low),
      ),
      16,
    );
    v128.store(
      o,
      v128.bitselect(
        thenNumber ? x : v128.load(a, 32),
        otherwiseNumber ? y : v128.load(b, 32),
        i64x2.extend_low_i32x4_s(high),
      ),
      32,
    );
    v128.store(
      o,
      v128.bitselect(
        thenNumber ? x : v128.load(a, 48),
        otherwiseNumber ? y : v128.load(b, 48),
        i64x2.extend_high_i32x4_s(high),
      ),
      48,
    );
    o += 64;
    a += 64;
    b += 64;
    m += 8;
  }
}

export function chooseColumns(o: usize, m: usize, a: usize, b: usize, n: i32): void {
  choose(BOTH_COLUMNS, o, m, a, b, 0, 0, n);
}
export function chooseNumberColumn(o: usize, m: usize, u: f64, b: usize, n: i32): void {
  choose(THEN_NUMBER, o, m, b, b, u, 0, n);
}
export function chooseColumnNumber(o: usize, m: usize, a: usize, v: f64, n: i32): void {
  choose(OTHERWISE_NUMBER, o, m, a, a, 0, v, n);
}
export function chooseNumbers(o: usize, m: usize, u: f64, v: f64, n: i32): void {
  choose(BOTH_NUMBERS, o, m, 0, 0, u, v, n);
}

/** Months running in which the mask held: one more where it holds, 0 elsewhere. */
export function countOn(o: usize, m: usize, n: i32): void {
  const end = o + (<usize>n << 3);
  const one = f64x2.splat(1);
  while (o < end) {
    const words = i16x8.neg(v128.load_ext<u8>(m));
    const low = i32x4.extend_low_i16x8_s(words);
    const high = i32x4.extend_high_i16x8_s(words);
    v128.store(o, v128.and(f64x2.add(v128.load(o), one), i64x2.extend_low_i32x4_s(low)));
    v128.store(o, v128.and(f64x2.add(v128.load(o, 16), one), i64x2.extend_high_i32x4_s(low)), 16);
    v128.store(o, v128.and(f64x2.add(v128.load(o, 32), one), i64x2.extend_low_i32x4_s(high)), 32);
    v128.store(o, v128.and(f64x2.add(v128.load(o, 48), one), i64x2.extend_high_i32x4_s(high)), 48);
    o += 64;
    m += 8;
  }
}
