/** A figure to four digits: more are more than a history can tell. */
export function rounded(value: number): number {
  if (value === 0) return 0;
  let unit = 1;
  while (Math.abs(value) < 1000 * unit) unit /= 10;
  while (Math.abs(value) >= 10000 * unit) unit *= 10;
  // Dividing by a whole power of ten keeps the last digit clean.
  return unit < 1 ? Math.round(value / unit) / Math.round(1 / unit) : Math.round(value / unit) * unit;
}
