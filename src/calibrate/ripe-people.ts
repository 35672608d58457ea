import { type Delay, shareWithin } from "./delay.ts";

/** People who began in one month or several, with the share of them for whom the history is long enough. */
export type RipeGroup = { readonly people: number; readonly ripe: number };

/**
 * Groups people by how far the history lets them come: who began `longest delay` months before its last month counts in
 * full, who began later counts by the share of delays that fit.
 *
 * `began` are people by month; outcomes are known up to month `known`, counted from 1. People who cannot have had an
 * outcome yet are left out.
 */
export function ripeGroups(began: readonly number[], known: number, delay: Delay): RipeGroup[] {
  const byShare = new Map<number, number>();
  for (const [i, people] of began.slice(0, known).entries()) {
    const ripe = Math.min(1, shareWithin(delay, known - 1 - i));
    const share = ripe > 1 - 1e-9 ? 1 : ripe;
    if (people > 0 && share > 0) byShare.set(share, (byShare.get(share) ?? 0) + people);
  }
  return [...byShare].map(([ripe, people]) => ({ people, ripe }));
}

/** How many people that makes, each counted by the share of delays that fit. */
export function ripePeople(groups: readonly RipeGroup[]): number {
  return groups.reduce((sum, { people, ripe }) => sum + people * ripe, 0);
}
