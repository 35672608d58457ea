import type { Scenario } from "../scenario-schema.ts";
import { indicativePerMonth, type Timeline } from "../timeline.ts";

/** People up to which a whole is drawn at once: tables serve so many, and more are as good as normally distributed. */
const mostPeople = 400;

/** How many months' people are drawn as one whole: a number of the scenario alone, 1 or more. */
export function monthsTogether({ volume }: Scenario, timeline: Timeline): number {
  let perMonth = indicativePerMonth(timeline);
  for (const factor of Object.values(volume.factors)) perMonth *= factor.mean;
  return perMonth > 0 ? Math.max(1, Math.floor(mostPeople / perMonth)) : timeline.months.length;
}
