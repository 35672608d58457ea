const ROOT_OF_TWO = Math.sqrt(2);

/** An orthogonal transform as a product of reflections, each by a vector of length √2: x − v (v · x). */
export type Turn = readonly Float64Array[];

/**
 * The turn that brings the first coordinates of a space into given directions, one after the other, each as far as
 * those before it leave it open. A direction that adds nothing new is passed over.
 *
 * Source: Householder's reflections in the QR decomposition, G. H. Golub and C. F. Van Loan, Matrix Computations (2013),
 * section 5.2.
 */
export function turnInto(directions: readonly Float64Array[]): Turn {
  const reflections: Float64Array[] = [];
  for (const direction of directions) {
    const place = reflections.length;
    const left = Float64Array.from(direction);
    if (place >= left.length) break;
    const whole = lengthFrom(left, 0);
    for (const reflection of reflections) reflect(left, reflection);
    const size = lengthFrom(left, place);
    if (!(size > 0.05 * whole)) continue;
    const v = new Float64Array(left.length);
    for (let k = place; k < v.length; k++) v[k] = left[k]!;
    v[place] = v[place]! + (left[place]! < 0 ? -size : size);
    const length = lengthFrom(v, 0);
    for (let k = place; k < v.length; k++) v[k] = (v[k]! / length) * ROOT_OF_TWO;
    reflections.push(v);
  }
  return reflections;
}

function lengthFrom(vector: Float64Array, from: number): number {
  let sum = 0;
  for (let k = from; k < vector.length; k++) sum += vector[k]! * vector[k]!;
  return Math.sqrt(sum);
}

function reflect(vector: Float64Array, by: Float64Array): void {
  let dot = 0;
  for (let k = 0; k < by.length; k++) dot += by[k]! * vector[k]!;
  for (let k = 0; k < by.length; k++) vector[k] = vector[k]! - by[k]! * dot;
}

/** Turns points, given as one column of numbers for each coordinate, in place; `dots` holds one number a point. */
export function turnColumns(turn: Turn, columns: readonly Float64Array[], dots: Float64Array): void {
  for (let r = turn.length - 1; r >= 0; r--) {
    const v = turn[r]!;
    dots.fill(0);
    for (const [c, column] of columns.entries()) {
      const weight = v[c]!;
      if (weight !== 0) for (let i = 0; i < dots.length; i++) dots[i] = dots[i]! + weight * column[i]!;
    }
    for (const [c, column] of columns.entries()) {
      const weight = v[c]!;
      if (weight !== 0) for (let i = 0; i < dots.length; i++) column[i] = column[i]! - weight * dots[i]!;
    }
  }
}
