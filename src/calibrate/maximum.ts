const golden = 0.3819660112501051;

/**
 * Where a function of one peak is highest between two ends, and its value there.
 *
 * Parabolas through the last points, golden sections where they do not help. Source: R. P. Brent, Algorithms for
 * Minimization without Derivatives (1973), chapter 5.
 */
export function maximumOf(
  of: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): { at: number; value: number } {
  let [a, b] = [low, high];
  let x = a + golden * (b - a);
  let [w, v] = [x, x];
  let fx = of(x);
  let [fw, fv] = [fx, fx];
  let [move, last] = [0, 0];
  for (let i = 0; i < 60; i++) {
    const middle = (a + b) / 2;
    if (Math.abs(x - middle) <= 2 * tolerance - (b - a) / 2) break;
    let isParabola = false;
    if (Math.abs(last) > tolerance) {
      const r = (x - w) * (fx - fv);
      const q0 = (x - v) * (fx - fw);
      const p0 = (x - v) * q0 - (x - w) * r;
      const twice = 2 * (q0 - r);
      const p = twice > 0 ? -p0 : p0;
      const q = Math.abs(twice);
      if (Math.abs(p) < Math.abs((q * last) / 2) && p > q * (a - x) && p < q * (b - x)) {
        last = move;
        move = p / q;
        isParabola = true;
      }
    }
    if (!isParabola) {
      last = x < middle ? b - x : a - x;
      move = golden * last;
    }
    const u = x + (Math.abs(move) >= tolerance ? move : move > 0 ? tolerance : -tolerance);
    const fu = of(u);
    if (fu >= fx) {
      if (u < x) b = x;
      else a = x;
      [v, w, x] = [w, x, u];
      [fv, fw, fx] = [fw, fx, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu >= fw || w === x) {
        [v, w] = [w, u];
        [fv, fw] = [fw, fu];
      } else if (fu >= fv || v === x || v === w) {
        v = u;
        fv = fu;
      }
    }
  }
  // A peak at an end is only neared.
  for (const end of [low, high]) {
    const value = of(end);
    if (value >= fx) [x, fx] = [end, value];
  }
  return { at: x, value: fx };
}
