import { exponential } from "./exponential.ts";
import { logarithm } from "./logarithm.ts";

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;
const SQRT_32 = 5.656854249492381;

/** e^(-z²/2), with z² split so that its rounding is not magnified far out in the tail. */
function gaussianKernel(z: number): number {
  const size = z < 0 ? -z : z;
  if (size > 39) return 0;
  const coarse = Math.trunc(size * 16) / 16;
  const rest = (size - coarse) * (size + coarse);
  return exponential(-0.5 * coarse * coarse) * exponential(-0.5 * rest);
}

/** The density of the standard normal distribution at z. Any z; relative error about 1e-15. */
export function normalDensity(z: number): number {
  return INVERSE_SQRT_TWO_PI * gaussianKernel(z);
}

/**
 * The distribution function of the standard normal distribution, P(Z <= z).
 *
 * Any z, -Infinity and Infinity included. Relative error about 1e-15, in the lower tail too (down to the
 * smallest normal double, z about -37.5).
 * Source: rational approximations of W. J. Cody, Math. Comp. 23 (1969) 631-637,
 * doi:10.1090/S0025-5718-1969-0247736-4, in the normal scaling of ACM Algorithm 715, doi:10.1145/151271.151273.
 */
export function normalDistribution(z: number): number {
  const size = z < 0 ? -z : z;
  if (size <= 0.66291) return 0.5 + centralPart(z);
  const tail = size <= SQRT_32 ? middleTail(size) : farTail(size);
  return z < 0 ? tail : 1 - tail;
}

function centralPart(z: number): number {
  const y = z * z;
  const over =
    18154.98125334356 +
    y * (1067.6894854603709 + y * (161.02823106855587 + y * (2.2352520354606837 + y * 0.06568233791820745)));
  const under =
    45507.78933502673 + y * (10260.932208618979 + y * (976.0985517377767 + y * (47.202581904688245 + y)));
  return (z * over) / under;
}

function middleTail(size: number): number {
  let over = 1.0765576773720192e-8;
  over = over * size + 0.39894151208813466;
  over = over * size + 8.883149794388377;
  over = over * size + 93.50665613217785;
  over = over * size + 597.2702763948002;
  over = over * size + 2494.5375852903726;
  over = over * size + 6848.190450536283;
  over = over * size + 11602.65143764735;
  over = over * size + 9842.714838383978;
  let under = size + 22.266688044328117;
  under = under * size + 235.387901782625;
  under = under * size + 1519.3775994075547;
  under = under * size + 6485.558298266761;
  under = under * size + 18615.571640885097;
  under = under * size + 34900.95272114598;
  under = under * size + 38912.00328609327;
  under = under * size + 19685.429676859992;
  return (gaussianKernel(size) * over) / under;
}

function farTail(size: number): number {
  if (!(size <= 39)) return size > 39 ? 0 : Number.NaN;
  const y = 1 / (size * size);
  let over = 0.023073441764940174;
  over = over * y + 0.215898534057957;
  over = over * y + 0.12740116116024736;
  over = over * y + 0.022235277870649807;
  over = over * y + 0.0014216191932278934;
  over = over * y + 0.000029112874951168793;
  let under = y + 1.284260096144911;
  under = under * y + 0.4682382124808651;
  under = under * y + 0.06598813786892856;
  under = under * y + 0.0037823963320275824;
  under = under * y + 0.00007297515550839662;
  return (gaussianKernel(size) * (INVERSE_SQRT_TWO_PI - (y * over) / under)) / size;
}

/**
 * The quantile function of the standard normal distribution: the z with P(Z <= z) = p.
 *
 * p in [0, 1]: 0 gives -Infinity, 1 gives Infinity, anything outside NaN. Relative error about 1e-16.
 * Source: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477-484, doi:10.2307/2347330.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) return q * centralRatio(0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (!(tail > 0)) {
    if (tail === 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return Number.NaN;
  }
  const r = Math.sqrt(-logarithm(tail));
  const size = r <= 5 ? middleRatio(r - 1.6) : farRatio(r - 5);
  return q < 0 ? -size : size;
}

function centralRatio(r: number): number {
  let over = 2509.0809287301227;
  over = over * r + 33430.57558358813;
  over = over * r + 67265.7709270087;
  over = over * r + 45921.95393154987;
  over = over * r + 13731.69376550946;
  over = over * r + 1971.5909503065513;
  over = over * r + 133.14166789178438;
  over = over * r + 3.3871328727963665;
  let under = 5226.495278852854;
  under = under * r + 28729.085735721943;
  under = under * r + 39307.89580009271;
  under = under * r + 21213.794301586597;
  under = under * r + 5394.196021424751;
  under = under * r + 687.1870074920579;
  under = under * r + 42.31333070160091;
  under = under * r + 1;
  return over / under;
}

function middleRatio(r: number): number {
  let over = 0.0007745450142783414;
  over = over * r + 0.022723844989269184;
  over = over * r + 0.2417807251774506;
  over = over * r + 1.2704582524523684;
  over = over * r + 3.6478483247632045;
  over = over * r + 5.769497221460691;
  over = over * r + 4.630337846156546;
  over = over * r + 1.4234371107496835;
  let under = 1.0507500716444169e-9;
  under = under * r + 0.0005475938084995345;
  under = under * r + 0.015198666563616457;
  under = under * r + 0.14810397642748008;
  under = under * r + 0.6897673349851;
  under = under * r + 1.6763848301838038;
  under = under * r + 2.053191626637759;
  under = under * r + 1;
  return over / under;
}

function farRatio(r: number): number {
  let over = 2.0103343992922881e-7;
  over = over * r + 0.000027115555687434876;
  over = over * r + 0.0012426609473880784;
  over = over * r + 0.026532189526576124;
  over = over * r + 0.29656057182850487;
  over = over * r + 1.7848265399172913;
  over = over * r + 5.463784911164114;
  over = over * r + 6.657904643501103;
  let under = 2.0442631033899397e-15;
  under = under * r + 1.421511758316446e-7;
  under = under * r + 0.000018463183175100548;
  under = under * r + 0.0007868691311456133;
  under = under * r + 0.014875361290850615;
  under = under * r + 0.1369298809227358;
  under = under * r + 0.599832206555888;
  under = under * r + 1;
  return over / under;
}
