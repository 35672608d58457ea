import type { MonthCounts } from "./month-counts.ts";

/** As many runs as a second or so allows: 999, fewer for long histories, never under 199. */
export function simulatedRuns(contracts: readonly MonthCounts[]): number {
  const months = contracts.reduce((sum, { means }) => sum + means.length, 0);
  return Math.max(199, Math.min(999, Math.floor(200_000 / Math.max(1, months) / 100) * 100 - 1));
}
