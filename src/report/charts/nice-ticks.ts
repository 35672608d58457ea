/** Round numbers that divide a range into about so many parts: steps of 1, 2 or 5 times a power of ten. */
export function niceTicks(low: number, high: number, about: number): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return Number.isFinite(low) ? [low] : [];
  const step = niceStep(span / Math.max(1, about));
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k <= Math.floor(high / step + 1e-9); k++) {
    ticks.push(Number((k * step).toPrecision(12)));
  }
  return ticks;
}

/** The smallest of 1, 2 and 5 times a power of ten that is not below a number. */
export function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((f) => f * power >= least * (1 - 1e-9))!;
  return factor * power;
}
