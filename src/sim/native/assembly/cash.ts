// Cash brought forward by a month, two paths at a time: as bringForward of cash-flow.ts.

@inline
function step(o: usize, net: v128, needs: usize, months: usize, month: v128): void {
  const now = f64x2.add(v128.load(o), net);
  v128.store(o, now);
  const short = f64x2.sub(f64x2.splat(0), now);
  const need = v128.load(needs);
  const deeper = f64x2.gt(short, need);
  v128.store(needs, v128.bitselect(short, need, deeper));
  v128.store(months, v128.bitselect(month, v128.load(months), deeper));
}

/** cash += received − cost, both columns; the most it has been below 0, and the month of it. */
export function cashColumns(cash: usize, r: usize, c: usize, needs: usize, months: usize, month: f64, n: i32): void {
  const end = cash + (<usize>n << 3);
  const now = f64x2.splat(month);
  while (cash < end) {
    step(cash, f64x2.sub(v128.load(r), v128.load(c)), needs, months, now);
    step(cash + 16, f64x2.sub(v128.load(r, 16), v128.load(c, 16)), needs + 16, months + 16, now);
    cash += 32;
    r += 32;
    c += 32;
    needs += 32;
    months += 32;
  }
}

/** The same where one amount is received on all paths. */
export function cashReceivedNumber(cash: usize, r: f64, c: usize, needs: usize, months: usize, month: f64, n: i32): void {
  const end = cash + (<usize>n << 3);
  const now = f64x2.splat(month);
  const received = f64x2.splat(r);
  while (cash < end) {
    step(cash, f64x2.sub(received, v128.load(c)), needs, months, now);
    step(cash + 16, f64x2.sub(received, v128.load(c, 16)), needs + 16, months + 16, now);
    cash += 32;
    c += 32;
    needs += 32;
    months += 32;
  }
}

/** The same where one cost is paid on all paths. */
export function cashCostNumber(cash: usize, r: usize, c: f64, needs: usize, months: usize, month: f64, n: i32): void {
  const end = cash + (<usize>n << 3);
  const now = f64x2.splat(month);
  const cost = f64x2.splat(c);
  while (cash < end) {
    step(cash, f64x2.sub(v128.load(r), cost), needs, months, now);
    step(cash + 16, f64x2.sub(v128.load(r, 16), cost), needs + 16, months + 16, now);
    cash += 32;
    r += 32;
    needs += 32;
    months += 32;
  }
}
