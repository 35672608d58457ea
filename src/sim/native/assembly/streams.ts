// Alea is a multiply-with-carry generator: its fractions times 2^32 are whole numbers, and so is its carry, so that 64-bit
// integers give seedrandom's values to the last bit, and without the long wait of its steps in floating point.

const MULTIPLIER: u64 = 2091639;
const LOW: u64 = 0xffffffff;
const UNIT: f64 = 4294967296;

/** Where a state goes when a fill is done: carry, then the last three numbers, each as a 64-bit number. */
@inline
function keep(state: usize, carry: u64, a: u64, b: u64, c: u64): void {
  store<f64>(state, <f64>carry);
  store<f64>(state, <f64>a, 8);
  store<f64>(state, <f64>b, 16);
  store<f64>(state, <f64>c, 24);
}

/** Fills `o` with the next n numbers of a stream, as 32-bit words; the state at `state` is read and brought forward. */
export function fillWords(o: usize, n: i32, state: usize): void {
  let carry = <u64>load<f64>(state);
  let a = <u64>load<f64>(state, 8);
  let b = <u64>load<f64>(state, 16);
  let c = <u64>load<f64>(state, 24);
  const end = o + (<usize>n << 2);
  while (o < end) {
    const t = MULTIPLIER * a + carry;
    a = b;
    b = c;
    carry = t >> 32;
    c = t & LOW;
    store<u32>(o, <u32>c);
    o += 4;
  }
  keep(state, carry, a, b, c);
}

/** The same as fractions of 1. */
export function fillFractions(o: usize, n: i32, state: usize): void {
  let carry = <u64>load<f64>(state);
  let a = <u64>load<f64>(state, 8);
  let b = <u64>load<f64>(state, 16);
  let c = <u64>load<f64>(state, 24);
  const end = o + (<usize>n << 3);
  while (o < end) {
    const t = MULTIPLIER * a + carry;
    a = b;
    b = c;
    carry = t >> 32;
    c = t & LOW;
    store<f64>(o, <f64>(<u32>c) / UNIT);
    o += 8;
  }
  keep(state, carry, a, b, c);
}
