import { blockWidth } from "../block-width.ts";
import { reversedBits } from "./scramble.ts";
import { sobolDirections } from "./sobol-directions.ts";

const BITS = 32;
const POINT_BITS = 9;

/** The number of dimensions that have direction numbers. */
export const sobolDimensions = 1024;

let written: readonly string[] | undefined;
const directionsOf: (Int32Array | undefined)[] = [];
const blockOf: (Int32Array | undefined)[] = [];

/**
 * The 32 direction numbers of a dimension from 0, as words whose bits stand in the opposite order: the lowest bit is
 * the first behind the point.
 *
 * Source: P. Bratley and B. L. Fox, ACM TOMS 14 (1988) 88-100, doi:10.1145/42288.214372, for the recurrence.
 */
export function reversedDirections(dimension: number): Int32Array {
  const known = directionsOf[dimension];
  if (known !== undefined) return known;
  const made = new Int32Array(BITS);
  const numbers = directionNumbers(dimension);
  for (let bit = 0; bit < BITS; bit++) made[bit] = reversedBits(numbers[bit]!);
  directionsOf[dimension] = made;
  return made;
}

function directionNumbers(dimension: number): Int32Array {
  const numbers = new Int32Array(BITS);
  if (dimension === 0) {
    for (let bit = 0; bit < BITS; bit++) numbers[bit] = 1 << (BITS - 1 - bit);
    return numbers;
  }
  written ??= sobolDirections.trim().split(/[,\n]/);
  const [polynomial, ...initial] = written[dimension - 1]!.split(" ").map(Number) as [number, ...number[]];
  const degree = initial.length;
  for (let bit = 0; bit < BITS; bit++) {
    if (bit < degree) {
      numbers[bit] = initial[bit]! << (BITS - 1 - bit);
      continue;
    }
    let number = numbers[bit - degree]! ^ (numbers[bit - degree]! >>> degree);
    for (let k = 1; k < degree; k++) if ((polynomial >>> (degree - k)) & 1) number ^= numbers[bit - k]!;
    numbers[bit] = number;
  }
  return numbers;
}

/** What a point of a block adds to the first of its block, for each of its 512 points; bits in the opposite order. */
export function reversedBlock(dimension: number): Int32Array {
  const known = blockOf[dimension];
  if (known !== undefined) return known;
  const directions = reversedDirections(dimension);
  const made = new Int32Array(blockWidth);
  for (let bit = 0; bit < POINT_BITS; bit++)
    for (let point = 1 << bit; point < 2 << bit; point++)
      made[point] = made[point - (1 << bit)]! ^ directions[bit]!;
  blockOf[dimension] = made;
  return made;
}

/** The first point of a block of 512, in one dimension; bits in the opposite order. */
export function reversedStart(dimension: number, block: number): number {
  const directions = reversedDirections(dimension);
  let word = 0;
  let left = block;
  for (let bit = POINT_BITS; left > 0; bit++) {
    if ((left & 1) === 1) word ^= directions[bit]!;
    left >>>= 1;
  }
  return word;
}
