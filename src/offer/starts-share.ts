import type { Scenario } from "../sim/scenario-schema.ts";

/** Of the people who start, the share who are believed to reach a stage; stages follow each other. */
export function startsShare({ delivery }: Scenario, id: string): number {
  let share = 1;
  for (let at = id; at !== "starts"; ) {
    const stage = delivery.stages.find((other) => other.id === at);
    if (stage === undefined) return share;
    share *= stage.rate.believed;
    at = stage.of;
  }
  return share;
}
