/**
 * One number for each simulated path this month.
 *
 * Where all paths agree the column is `uniform` and only `value` counts: whatever is the same for every path
 * of a block is worked out once. `count` promises whole numbers from 0 up (never −0), which need no rounding.
 */
export type Column = {
  uniform: boolean;
  value: number;
  data: Float64Array;
  count: boolean;
};

/** A column of zeros without memory of its own; it is never written. */
export const zeroColumn: Column = { uniform: true, value: 0, data: new Float64Array(0), count: true };

/** Yes (1) or no (0) for each simulated path this month; uniform where all paths agree. */
export type Mask = {
  uniform: boolean;
  value: boolean;
  data: Uint8Array;
};

export function isCount(x: number): boolean {
  return x >= 0 && x <= Number.MAX_SAFE_INTEGER && Math.floor(x) === x && !Object.is(x, -0);
}

export function setUniform(column: Column, value: number): void {
  column.uniform = true;
  column.value = value;
  column.count = isCount(value);
}

/** Makes `out` show what `from` shows this month, without copying. */
export function alias(out: Column, from: Column): void {
  out.uniform = from.uniform;
  out.value = from.value;
  out.data = from.data;
  out.count = from.count;
}

/** The number of one path. */
export function at(column: Column, path: number): number {
  return column.uniform ? column.value : column.data[path]!;
}

/** Yes or no of one path. */
export function holds(mask: Mask, path: number): boolean {
  return mask.uniform ? mask.value : mask.data[path] === 1;
}
