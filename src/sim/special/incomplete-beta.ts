import { betaKernel } from "./beta-kernel.ts";

const MOST_TERMS = 1_000_000;
const PRECISION = 2.220446049250313e-16;

/**
 * The regularised incomplete beta function I_x(alpha, beta): the beta distribution function at x.
 *
 * alpha, beta > 0 (otherwise NaN); x of 0 or less gives 0, of 1 or more 1. Relative error about 1e-13.
 * Source: A. R. DiDonato and A. H. Morris, ACM TOMS 18 (1992) 360-373, equation 9, doi:10.1145/131766.131776.
 */
export function incompleteBeta(alpha: number, beta: number, x: number): number {
  if (!(alpha > 0 && beta > 0) || Number.isNaN(x)) return Number.NaN;
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return incompleteBetaOf(alpha, beta, x, 1 - x);
}

/**
 * `incompleteBeta` for an x whose complement 1 - x is known to more digits than x itself gives.
 *
 * alpha, beta > 0; x and complement in [0, 1]. The upper tail is `incompleteBetaOf(beta, alpha, complement, x)`.
 */
export function incompleteBetaOf(alpha: number, beta: number, x: number, complement: number): number {
  if (x * (alpha + beta + 2) < alpha + 1) return lowerTail(alpha, beta, x, complement);
  return 1 - lowerTail(beta, alpha, complement, x);
}

function lowerTail(alpha: number, beta: number, x: number, complement: number): number {
  const total = alpha + beta;
  // The smaller side gives the difference from the mean to more digits.
  const lambda = x < complement ? alpha - total * x : total * complement - beta;
  let value = (alpha / (alpha + 1)) * (lambda + 1);
  let c = value;
  let d = 0;
  for (let n = 1; n < MOST_TERMS; n++) {
    const middle = alpha + 2 * n - 1;
    const bend = (n * (beta - n) * x) / middle;
    const a = (((alpha + n - 1) * (total + n - 1)) / middle) * x * bend;
    const b = n + bend + ((alpha + n) / (middle + 2)) * (lambda + 1 + n * (1 + complement));
    d = 1 / (b + a * d);
    c = b + a / c;
    const change = c * d;
    value *= change;
    if (change > 1 - PRECISION && change < 1 + PRECISION) break;
  }
  return betaKernel(alpha, beta, x, complement) / value;
}
