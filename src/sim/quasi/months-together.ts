import type { Scenario } from "../scenario-schema.ts";
import { indicativePerMonth, type Timeline } from "../timeline.ts";

/** People up to which a whole is drawn at once: tables serve so many, and more are as good as normally distributed. */
const mostPeople = 400;

/**
 * How many months' people are as many as are drawn as one whole, or which part of one month's: a number over 0, of the
 * scenario alone.
 */
export function monthsTogether({ volume }: Scenario, timeline: Timeline): number {
  let perMonth = indicativePerMonth(timeline);
  for (const factor of Object.values(volume.factors)) perMonth *= factor.mean;
  return perMonth > 0 ? mostPeople / perMonth : timeline.months.length;
}
