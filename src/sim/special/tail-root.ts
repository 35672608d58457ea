import { exponential } from "./exponential.ts";
import { logarithm } from "./logarithm.ts";

/** A positive monotone function of x > 0 and its elasticity times its value, x·f'(x), which keeps one sign. */
export type Tail = { value: (x: number) => number; derivativeTimesX: (x: number) => number };

/**
 * The x > 0 at which a tail probability takes a given value, to the last digits the tail itself carries.
 *
 * start and target > 0; high is an upper bound of the answer (Infinity if none is known); sign is 1 for a
 * rising tail, -1 for a falling one. Newton's method for log tail against log x, where tails are nearly
 * straight, inside a bracket that falls back to bisection.
 */
export function tailRoot(tail: Tail, sign: 1 | -1, target: number, start: number, high: number): number {
  let below = 0;
  let above = high;
  let x = start;
  let lastStep = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 400; i++) {
    const value = tail.value(x);
    const error = logarithm(value / target);
    if (error === 0) return x;
    if (error > 0 === sign > 0) above = x;
    else below = x;
    const step = (-error * value) / tail.derivativeTimesX(x);
    const size = step < 0 ? -step : step;
    // Steps that no longer shrink at this size are the tail's own rounding.
    if (size < 1e-11 && (size < 2e-16 || size > 0.25 * lastStep)) return x * (1 + step);
    lastStep = size;
    const next = x * exponential(step);
    x = next > below && next < above ? next : between(below, above, x);
    if (x === below || x === above) return x;
  }
  return x;
}

function between(below: number, above: number, x: number): number {
  if (above === Number.POSITIVE_INFINITY) return x * 4;
  if (below === 0) return above * 0.0625;
  return Math.sqrt(below) * Math.sqrt(above);
}
