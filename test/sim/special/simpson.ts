/** Simpson's rule with an even number of intervals: the independent witness of the distribution functions. */
export function simpson(f: (x: number) => number, from: number, to: number, intervals: number): number {
  const step = (to - from) / intervals;
  let sum = f(from) + f(to);
  for (let i = 1; i < intervals; i++) sum += f(from + i * step) * (i % 2 === 0 ? 2 : 4);
  return (sum * step) / 3;
}
