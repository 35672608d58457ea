import type { MonthCounts } from "./month-counts.ts";

/** Work that a second or so allows: a month costs 1, and more where its people are thousands. */
const affordable = 200_000;

/** How many histories are simulated for a test: 999, fewer for long histories, never under 199. */
export function simulatedRuns(contracts: readonly MonthCounts[]): number {
  const work = contracts.reduce((sum, { counts }) => {
    const people = counts.reduce((all, count) => all + count, 0);
    return sum + counts.length * (1 + Math.sqrt(people) / 50);
  }, 0);
  return Math.max(199, Math.min(999, Math.floor(affordable / Math.max(1, work) / 100) * 100 - 1));
}
