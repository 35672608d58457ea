import type { Scenario } from "./scenario-schema.ts";
import type { Timeline } from "./timeline.ts";

/**
 * Gives the posts that go before their time: all of them where the contract ends while they are filled, else those
 * released because too few were referred. `endMonth` is 0 where the contract runs its course.
 */
export function openPostsLost(
  { costs: { posts } }: Pick<Scenario, "costs">,
  timeline: Pick<Timeline, "lastReferralMonth">,
): (endMonth: number, released: number) => number {
  if (posts === undefined) return () => 0;
  const lastMonth = posts.lastMonth ?? timeline.lastReferralMonth;
  return (endMonth, released) =>
    endMonth >= posts.firstMonth && endMonth < lastMonth ? posts.count : released;
}
