// The engine's own exponential may differ in the last bit from one JavaScript engine to another, so it is not used.
const SMALLEST_EXPONENT = -1074;
const LARGEST_EXPONENT = 1023;
const POWERS_OF_TWO = powersOfTwo();

// ln 2 in two parts: the first has enough trailing zero bits that its product with an exponent is exact.
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: it only picks the exponent, where a few digits of 1/ln 2 will do.
const INVERSE_LN2 = 1.442695;
const OVERFLOW = 709.782712893384;
const UNDERFLOW = -745.1332191019411;

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(LARGEST_EXPONENT - SMALLEST_EXPONENT + 1);
  powers[-SMALLEST_EXPONENT] = 1;
  for (let i = -SMALLEST_EXPONENT + 1; i < powers.length; i++) powers[i] = (powers[i - 1] as number) * 2;
  for (let i = -SMALLEST_EXPONENT - 1; i >= 0; i--) powers[i] = (powers[i + 1] as number) / 2;
  return powers;
}

/**
 * The exponential function e^x.
 *
 * Any x: above 709.78 gives Infinity, below -745.13 gives 0. Error below 1 ulp (below the smallest
 * denormal where the result is denormal). Bit-identical on every engine.
 * Source: argument reduction and minimax coefficients of fdlibm, `e_exp.c` (Sun Microsystems, 1993).
 */
export function exponential(x: number): number {
  if (!(x >= UNDERFLOW && x <= OVERFLOW)) {
    if (x > OVERFLOW) return Number.POSITIVE_INFINITY;
    return x < UNDERFLOW ? 0 : Number.NaN;
  }
  const exponent = Math.floor(x * INVERSE_LN2 + 0.5);
  const high = x - exponent * LN2_HIGH;
  const low = exponent * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  const value = 1 - (low - (r * c) / (2 - c) - high);
  if (exponent >= -1021 && exponent <= LARGEST_EXPONENT) {
    return value * (POWERS_OF_TWO[exponent - SMALLEST_EXPONENT] as number);
  }
  // Two factors, each a power of two in range, so that only the last product can round.
  if (exponent > LARGEST_EXPONENT)
    return value * 2 * (POWERS_OF_TWO[exponent - 1 - SMALLEST_EXPONENT] as number);
  return value * (POWERS_OF_TWO[exponent + 100 - SMALLEST_EXPONENT] as number) * 7.888609052210118e-31;
}
