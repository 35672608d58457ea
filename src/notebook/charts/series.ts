/** Colours and dashes of up to four policies, the first one's the quietest; the theme decides the colour. */
export const series = [0, 1, 2, 3].map((place) => ({
  color: `var(--series-${place + 1})`,
  dash: ["none", "7 3", "2 3", "9 3 2 3"][place]!,
}));

/** The colour of losses; what it marks is named beside it as well. */
export const lossColor = "var(--loss)";

/** What all charts have in common: the page's type, and room for the numbers of axes. */
export const chartStyle = { fontFamily: "inherit", fontSize: "14px", overflow: "visible" } as const;

/** Room at the left for numbers of pounds up to such a size. */
export function poundsMargin(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs)) >= 1_000_000_000 ? 78 : 62;
}

/** Pounds on an axis: £2k, −£500, £1.2m, £1.4bn. */
export function axisPounds(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (size >= 1_000_000_000) return `${sign}£${+(size / 1_000_000_000).toFixed(2)}bn`;
  if (size >= 1_000_000) return `${sign}£${+(size / 1_000_000).toFixed(2)}m`;
  return size >= 1000 ? `${sign}£${+(size / 1000).toFixed(1)}k` : `${sign}£${+size.toFixed(0)}`;
}
