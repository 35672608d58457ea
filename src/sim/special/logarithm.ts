// The engine's own logarithm may differ in the last bit from one JavaScript engine to another, so it is not used.
const view = new Float64Array(1);
const words = new Uint32Array(view.buffer);
view[0] = 1;
const HIGH_WORD = words[0] === 0 ? 1 : 0;

// ln 2 in two parts: the first has 21 trailing zero bits, so that its product with an exponent is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: a few digits of √½ will do, any split near it is right.
const NEAR_SQRT_HALF = 0.7071;
const TWO_TO_54 = 18014398509481984;

/**
 * The natural logarithm.
 *
 * Any x: 0 gives -Infinity, a negative number NaN. Error below 1 ulp. Bit-identical on every engine.
 * Source: argument reduction and minimax coefficients of fdlibm, `e_log.c` (Sun Microsystems, 1993);
 * P. T. P. Tang, ACM TOMS 16 (1990), doi:10.1145/98267.98294.
 */
export function logarithm(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let exponent = 0;
  if (x < 2.2250738585072014e-308) {
    view[0] = x * TWO_TO_54;
    exponent = -54;
  } else {
    view[0] = x;
  }
  const high = words[HIGH_WORD] as number;
  exponent += (high >>> 20) - 1022;
  words[HIGH_WORD] = (high & 0x000fffff) | 0x3fe00000;
  let mantissa = view[0] as number;
  if (mantissa < NEAR_SQRT_HALF) {
    mantissa += mantissa;
    exponent -= 1;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const halfSquare = 0.5 * f * f;
  const correction = s * (halfSquare + even + odd) + exponent * LN2_LOW;
  return exponent * LN2_HIGH - (halfSquare - correction - f);
}
