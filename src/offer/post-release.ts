import type { Scenario } from "../sim/scenario-schema.ts";

type Posts = NonNullable<Scenario["costs"]["posts"]>;

/** Share of the indicative volume of three months under which posts are let go where the scenario says nothing. */
export const usualBelow = 0.5;

/** How posts are let go where a provider says how many could be: as in the scenario otherwise; undefined for none. */
export function postRelease(most: number, release: Posts["release"]): object | undefined {
  if (most === 0) return undefined;
  return { below: usualBelow, ...release, step: Math.min(release?.step ?? 0.5, most), most };
}
