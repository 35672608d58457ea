/** How long people take from one step to the next: months, each with its share of people; shares sum to 1. */
export type Delay = readonly { readonly months: number; readonly share: number }[];

/** The share of people for whom so many whole months have been enough. */
export function shareWithin(delay: Delay, months: number): number {
  return delay.reduce((sum, part) => (part.months <= months ? sum + part.share : sum), 0);
}

/** The longest and the shortest delay that anyone has, in months. */
export function delayRange(delay: Delay): { shortest: number; longest: number } {
  const months = delay.filter(({ share }) => share > 0).map((part) => part.months);
  return { shortest: Math.min(...months), longest: Math.max(...months) };
}
