/**
 * The future whose value is at a quantile of all: the value at rank ⌈at × n⌉ in ascending order.
 *
 * Where several futures have that value, the one drawn first is taken. Places are counted from 0.
 *
 * @example pathAtQuantile([5, 1, 3, 1], 0.5) === 1
 */
export function pathAtQuantile(values: ArrayLike<number>, at: number): number {
  const ascending = Float64Array.from(values).sort();
  const rank = Math.min(Math.max(Math.ceil(at * ascending.length), 1), ascending.length);
  const value = ascending[rank - 1]!;
  let path = 0;
  while (values[path] !== value) path++;
  return path;
}
