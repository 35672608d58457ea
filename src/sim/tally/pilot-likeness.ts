import { averageOf } from "../risk/average.ts";
import type { Pilot } from "./pilot.ts";
import type { TallyPlan } from "./tally-plan.ts";

/** What columns of the pilot have in common, asked column by column. */
export type PilotLikeness = {
  /** The first place asked for that holds the same numbers. */
  readonly originalOf: (place: number) => number;
  /** What was found of all places asked for. */
  readonly found: () => Pick<TallyPlan, "steady" | "alike">;
};

/** Opens the search for columns that never vary in the pilot, or that equal another. */
export function openPilotLikeness(pilot: Pilot): PilotLikeness {
  const originals = new Map<number, number>();
  const bySign = new Map<string, number[]>();
  const steady: { place: number; value: number }[] = [];
  return {
    originalOf: (place) => {
      const known = originals.get(place);
      if (known !== undefined) return known;
      const column = pilot.column(place);
      if (column.every((value) => value === column[0])) steady.push({ place, value: column[0]! });
      const sign = `${column[0]} ${column.at(-1)} ${averageOf(column)}`;
      const others = bySign.get(sign) ?? [];
      bySign.set(sign, others);
      const original = others.find((other) => isSame(column, pilot.column(other))) ?? place;
      if (original === place) others.push(place);
      originals.set(place, original);
      return original;
    },
    found: () => ({
      steady,
      alike: [...originals].flatMap(([place, to]) => (place === to ? [] : [{ place, to }])),
    }),
  };
}

function isSame(one: Float64Array, other: Float64Array): boolean {
  if (one === other) return true;
  for (let path = 0; path < one.length; path++) if (one[path] !== other[path]) return false;
  return true;
}
