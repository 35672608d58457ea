// Sums, differences, products, quotients, the lesser and the greater: two numbers at a time, as f64x2.
// Every loop gives what the plain loop in arithmetic-loops.ts gives, bit for bit: pmin(a, b) is `b < a ? b : a`.

const ADD = 0;
const SUB = 1;
const MUL = 2;
const DIV = 3;
const MIN = 4;
const MAX = 5;

@inline
function apply(op: i32, x: v128, y: v128): v128 {
  if (op == ADD) return f64x2.add(x, y);
  if (op == SUB) return f64x2.sub(x, y);
  if (op == MUL) return f64x2.mul(x, y);
  if (op == DIV) return f64x2.div(x, y);
  if (op == MIN) return f64x2.pmin(x, y);
  return f64x2.pmax(x, y);
}

@inline
function columns(op: i32, o: usize, a: usize, b: usize, n: i32): void {
  const end = o + (<usize>n << 3);
  while (o < end) {
    v128.store(o, apply(op, v128.load(a), v128.load(b)));
    v128.store(o, apply(op, v128.load(a, 16), v128.load(b, 16)), 16);
    v128.store(o, apply(op, v128.load(a, 32), v128.load(b, 32)), 32);
    v128.store(o, apply(op, v128.load(a, 48), v128.load(b, 48)), 48);
    o += 64;
    a += 64;
    b += 64;
  }
}

@inline
function columnNumber(op: i32, o: usize, a: usize, b: f64, n: i32): void {
  const end = o + (<usize>n << 3);
  const y = f64x2.splat(b);
  while (o < end) {
    v128.store(o, apply(op, v128.load(a), y));
    v128.store(o, apply(op, v128.load(a, 16), y), 16);
    v128.store(o, apply(op, v128.load(a, 32), y), 32);
    v128.store(o, apply(op, v128.load(a, 48), y), 48);
    o += 64;
    a += 64;
  }
}

@inline
function numberColumn(op: i32, o: usize, a: f64, b: usize, n: i32): void {
  const end = o + (<usize>n << 3);
  const x = f64x2.splat(a);
  while (o < end) {
    v128.store(o, apply(op, x, v128.load(b)));
    v128.store(o, apply(op, x, v128.load(b, 16)), 16);
    v128.store(o, apply(op, x, v128.load(b, 32)), 32);
    v128.store(o, apply(op, x, v128.load(b, 48)), 48);
    o += 64;
    b += 64;
  }
}

export function addColumns(o: usize, a: usize, b: usize, n: i32): void { columns(ADD, o, a, b, n); }
export function subColumns(o: usize, a: usize, b: usize, n: i32): void { columns(SUB, o, a, b, n); }
export function mulColumns(o: usize, a: usize, b: usize, n: i32): void { columns(MUL, o, a, b, n); }
export function divColumns(o: usize, a: usize, b: usize, n: i32): void { columns(DIV, o, a, b, n); }
export function minColumns(o: usize, a: usize, b: usize, n: i32): void { columns(MIN, o, a, b, n); }
export function maxColumns(o: usize, a: usize, b: usize, n: i32): void { columns(MAX, o, a, b, n); }
export function addNumber(o: usize, a: usize, b: f64, n: i32): void { columnNumber(ADD, o, a, b, n); }
export function subNumber(o: usize, a: usize, b: f64, n: i32): void { columnNumber(SUB, o, a, b, n); }
export function mulNumber(o: usize, a: usize, b: f64, n: i32): void { columnNumber(MUL, o, a, b, n); }
export function divNumber(o: usize, a: usize, b: f64, n: i32): void { columnNumber(DIV, o, a, b, n); }
export function minNumber(o: usize, a: usize, b: f64, n: i32): void { columnNumber(MIN, o, a, b, n); }
export function maxNumber(o: usize, a: usize, b: f64, n: i32): void { columnNumber(MAX, o, a, b, n); }
export function numberAdd(o: usize, a: f64, b: usize, n: i32): void { numberColumn(ADD, o, a, b, n); }
export function numberSub(o: usize, a: f64, b: usize, n: i32): void { numberColumn(SUB, o, a, b, n); }
export function numberMul(o: usize, a: f64, b: usize, n: i32): void { numberColumn(MUL, o, a, b, n); }
export function numberDiv(o: usize, a: f64, b: usize, n: i32): void { numberColumn(DIV, o, a, b, n); }
export function numberMin(o: usize, a: f64, b: usize, n: i32): void { numberColumn(MIN, o, a, b, n); }
export function numberMax(o: usize, a: f64, b: usize, n: i32): void { numberColumn(MAX, o, a, b, n); }
