/** A law on finitely many numbers: value → probability. */
export type Law = ReadonlyMap<number, number>;

/** All sequences of `length` letters with the probability of each; letters are drawn one by one, independently. */
export function sequences<T>(
  alphabet: readonly { value: T; chance: number }[],
  length: number,
): { values: T[]; chance: number }[] {
  let all: { values: T[]; chance: number }[] = [{ values: [], chance: 1 }];
  for (let k = 0; k < length; k++) {
    all = all.flatMap(({ values, chance }) =>
      alphabet.map((letter) => ({ values: [...values, letter.value], chance: chance * letter.chance })),
    );
  }
  return all;
}

/** The law of a number worked out for each case. */
export function lawOf<T extends { chance: number }>(
  cases: readonly T[],
  number: (item: T) => number,
): Map<number, number> {
  const law = new Map<number, number>();
  for (const item of cases) law.set(number(item), (law.get(number(item)) ?? 0) + item.chance);
  return law;
}

/** The mean of a number worked out for each case. */
export function meanOver<T extends { chance: number }>(
  cases: readonly T[],
  number: (item: T) => number,
): number {
  return cases.reduce((sum, item) => sum + item.chance * number(item), 0);
}

/** P(k) of a Poisson law, for k from 0 to `most`. */
export function poisson(mean: number, most: number): number[] {
  const chances = [Math.exp(-mean)];
  for (let k = 1; k <= most; k++) chances.push((chances[k - 1]! * mean) / k);
  return chances;
}

/** P(k) of a binomial law, for k from 0 to n. */
export function binomial(n: number, p: number): number[] {
  let chances = [1];
  for (let k = 0; k < n; k++) {
    chances = Array.from(
      { length: k + 2 },
      (_, i) => (chances[i] ?? 0) * (1 - p) + (chances[i - 1] ?? 0) * p,
    );
  }
  return chances;
}

/** The law of the sum of two independent numbers. */
export function convolve(a: Law, b: Law): Map<number, number> {
  const sum = new Map<number, number>();
  for (const [x, p] of a) for (const [y, q] of b) sum.set(x + y, (sum.get(x + y) ?? 0) + p * q);
  return sum;
}

export function mean(law: Law, of = (x: number) => x): number {
  return [...law].reduce((sum, [x, p]) => sum + p * of(x), 0);
}

export function deviation(law: Law): number {
  const centre = mean(law);
  return Math.sqrt(mean(law, (x) => (x - centre) ** 2));
}

/** P(X holds). */
export function chance(law: Law, holds: (x: number) => boolean): number {
  return mean(law, (x) => (holds(x) ? 1 : 0));
}

/** The smallest x with F(x) ≥ level. */
export function quantile(law: Law, level: number): number {
  let below = 0;
  for (const [x, p] of [...law].sort((a, b) => a[0] - b[0])) {
    below += p;
    if (below >= level) return x;
  }
  throw new Error("chances do not sum to 1");
}

/** The mean of the worst 1 − level, an atom at the quantile split: quantile + E[(X − quantile)+] ÷ (1 − level). */
export function shortfall(law: Law, level: number): number {
  const at = quantile(law, level);
  return at + mean(law, (x) => Math.max(0, x - at)) / (1 - level);
}
