import { exponential } from "../special/exponential.ts";
import { logarithm } from "../special/logarithm.ts";

// Factorials up to 170 are doubles.
const LARGEST_FACTORIAL = 170;
const factorial = factorials();
/** A mean up to which a sum from the least count is the shorter way. */
const MOST_SEQUENTIAL_MEAN = 24;
const NEGLIGIBLE = 1e-18;

const logFactorial: number[] = [0];

function factorials(): Float64Array {
  const table = new Float64Array(LARGEST_FACTORIAL + 1);
  table[0] = 1;
  for (let n = 1; n <= LARGEST_FACTORIAL; n++) table[n] = table[n - 1]! * n;
  return table;
}

/**
 * Of `drawn` people out of two groups, `left` and `right` large, how many are of the first, at the uniform number u:
 * the smallest k with P(K <= k) >= u of the hypergeometric law.
 *
 * Whole numbers from 0, drawn at most left + right; u in [0, 1): 0 gives the smallest possible.
 */
export function hypergeometricAt(left: number, right: number, drawn: number, u: number): number {
  const least = drawn > right ? drawn - right : 0;
  const most = drawn < left ? drawn : left;
  if (least === most || !(u > 0)) return least;
  const all = left + right;
  const mean = (drawn * left) / all - least;
  if (mean <= MOST_SEQUENTIAL_MEAN) return fromLeast(left, right, drawn, u, least, most);
  return fromMode(left, right, drawn, u, least, most);
}

function fromLeast(
  left: number,
  right: number,
  drawn: number,
  u: number,
  least: number,
  most: number,
): number {
  let chance = least === 0 ? ratio(right, drawn, left + right) : ratioFull(left, right, drawn);
  let rest = u - chance;
  let k = least;
  while (rest > 0 && k < most) {
    chance *= ((left - k) * (drawn - k)) / ((k + 1) * (right - drawn + k + 1));
    k += 1;
    rest -= chance;
  }
  return k;
}

/** P(K = 0) = right! (all − drawn)! / ((right − drawn)! all!). */
function ratio(right: number, drawn: number, all: number): number {
  if (all <= LARGEST_FACTORIAL)
    return (factorial[right]! / factorial[right - drawn]!) * (factorial[all - drawn]! / factorial[all]!);
  return exponential(logOf(right) - logOf(right - drawn) + (logOf(all - drawn) - logOf(all)));
}

/** P(K = drawn − right): all of the second group are drawn. */
function ratioFull(left: number, right: number, drawn: number): number {
  const all = left + right;
  if (all <= LARGEST_FACTORIAL)
    return (factorial[left]! / factorial[drawn - right]!) * (factorial[drawn]! / factorial[all]!);
  return exponential(logOf(left) - logOf(drawn - right) + (logOf(drawn) - logOf(all)));
}

function logOf(n: number): number {
  while (logFactorial.length <= n)
    logFactorial.push(logFactorial[logFactorial.length - 1]! + logarithm(logFactorial.length));
  return logFactorial[n]!;
}

function fromMode(
  left: number,
  right: number,
  drawn: number,
  u: number,
  least: number,
  most: number,
): number {
  const mode = Math.floor(((drawn + 1) * (left + 1)) / (left + right + 2));
  let below = 0;
  let from = mode;
  for (let weight = 1; from > least; from--) {
    weight *= (from * (right - drawn + from)) / ((left - from + 1) * (drawn - from + 1));
    if (weight < NEGLIGIBLE) break;
    below += weight;
  }
  let above = 0;
  let to = mode;
  for (let weight = 1; to < most; to++) {
    weight *= ((left - to) * (drawn - to)) / ((to + 1) * (right - drawn + to + 1));
    if (weight < NEGLIGIBLE) break;
    above += weight;
  }
  const wanted = u * (below + 1 + above);
  let k = mode;
  let weight = 1;
  let sum = below;
  if (sum >= wanted) {
    while (k > from) {
      weight *= (k * (right - drawn + k)) / ((left - k + 1) * (drawn - k + 1));
      k -= 1;
      if (sum - weight < wanted) break;
      sum -= weight;
    }
    return k;
  }
  sum += weight;
  while (k < to && sum < wanted) {
    weight *= ((left - k) * (drawn - k)) / ((k + 1) * (right - drawn + k + 1));
    k += 1;
    sum += weight;
  }
  return k;
}
