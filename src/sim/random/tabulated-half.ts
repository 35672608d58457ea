import { exponential } from "../special/exponential.ts";

/** A function's value and first two derivatives at a point. */
export type Jet = { value: number; first: number; second: number };

/** Half a quantile function, as a function of the probability v in (0, 1/2] of the tail beyond. */
export type Half = {
  /** The quantile itself, to full precision; slow. */
  exact: (v: number) => number;
  /** What is interpolated: the quantile or its logarithm, with derivatives in v. */
  jet: (v: number) => Jet;
  /** Whether `jet` gives the logarithm. */
  logarithmic: boolean;
  /** Cells of interpolation to every octave of v; a power of two. */
  cells: number;
};

// Below 2^-15 the exact quantile is computed: it is needed too seldom there to pay for a table.
const OCTAVES = 14;
const TOLERANCE = 5e-10;
const COEFFICIENTS = 6;

/**
 * Half a quantile function tabulated by quintic Hermite interpolation in octaves of v, which halve towards 0.
 *
 * Relative error below 5e-10: octaves where a check at build time finds more keep the exact quantile.
 */
export function tabulatedHalf(half: Half): (v: number) => number {
  const { exact, logarithmic, cells } = half;
  const table = new Float64Array(OCTAVES * cells * COEFFICIENTS);
  const scales = new Float64Array(OCTAVES + 1);
  let power = 2 * cells;
  for (let octave = 1; octave <= OCTAVES; octave++) {
    power *= 2;
    scales[octave] = power;
    fillOctave(table, (octave - 1) * cells, half, power);
  }
  return (v) => {
    const octave = Math.clz32(v * 4294967296);
    if (octave > OCTAVES || octave === 0) return exact(v);
    const position = v * (scales[octave] as number) - cells;
    const cell = position | 0;
    const value = cellValue(table, ((octave - 1) * cells + cell) * COEFFICIENTS, position - cell);
    // Cells marked NaN are those where interpolation is not accurate enough.
    if (Number.isNaN(value)) return exact(v);
    return logarithmic ? exponential(value) : value;
  };
}

function cellValue(table: Float64Array, base: number, t: number): number {
  return (
    (table[base] as number) +
    t *
      ((table[base + 1] as number) +
        t *
          ((table[base + 2] as number) +
            t *
              ((table[base + 3] as number) +
                t * ((table[base + 4] as number) + t * (table[base + 5] as number)))))
  );
}

function fillOctave(table: Float64Array, firstCell: number, half: Half, power: number): void {
  const { cells } = half;
  let left = half.jet(cells / power);
  for (let cell = 0; cell < cells; cell++) {
    const right = half.jet((cells + cell + 1) / power);
    fillCell(table, (firstCell + cell) * COEFFICIENTS, left, right, 1 / power);
    left = right;
  }
  // The ends of the octave are where the derivatives are steepest.
  for (const cell of [0, cells - 1]) {
    const exact = half.exact((cells + cell + 0.5) / power);
    const value = cellValue(table, (firstCell + cell) * COEFFICIENTS, 0.5);
    const error = (half.logarithmic ? exponential(value) : value) - exact;
    if (!(error <= TOLERANCE * exact && -error <= TOLERANCE * exact)) {
      table.fill(Number.NaN, firstCell * COEFFICIENTS, (firstCell + cells) * COEFFICIENTS);
      return;
    }
  }
}

/** The quintic that has the given values and derivatives at the ends of a cell of the given width. */
function fillCell(table: Float64Array, base: number, left: Jet, right: Jet, width: number): void {
  const slope = left.first * width;
  const curve = (left.second * width * width) / 2;
  const rise = right.value - left.value - slope - curve;
  const slopeRise = right.first * width - slope - 2 * curve;
  const curveRise = (right.second * width * width) / 2 - curve;
  table[base] = left.value;
  table[base + 1] = slope;
  table[base + 2] = curve;
  table[base + 3] = 10 * rise - 4 * slopeRise + curveRise;
  table[base + 4] = -15 * rise + 7 * slopeRise - 2 * curveRise;
  table[base + 5] = 6 * rise - 3 * slopeRise + curveRise;
}
