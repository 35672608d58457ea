import type { TallyPlan } from "./tally-plan.ts";

/** What held in the pilot, asked of one block: what does not hold there is summed in full. */
export type BlockClaims = {
  /** Asks anew, of columns by place. */
  readonly ask: (columns: readonly Float64Array[], count: number) => void;
  /** Does the column hold the pilot's one value throughout? */
  readonly isSteady: (place: number) => boolean;
  /** The place of the column that this one equals throughout the block: its own where there is no other. */
  readonly original: (place: number) => number;
};

/** Opens the claims of a plan. */
export function openBlockClaims({ steady, alike, policies, columns, derived }: TallyPlan): BlockClaims {
  const places = policies * (columns.length + derived.length);
  const isSteady = new Uint8Array(places);
  const original = Int32Array.from({ length: places }, (_, place) => place);
  return {
    ask: (found, count) => {
      for (const { place, value } of steady)
        isSteady[place] = distanceFrom(found[place]!, count, value) === 0 ? 1 : 0;
      for (const { place, to } of alike) {
        const areOne = found[place] === found[to] || (isSteady[place] === 1 && isSteady[to] === 1);
        original[place] = areOne || distanceBetween(found[place]!, found[to]!, count) === 0 ? to : place;
      }
    },
    isSteady: (place) => isSteady[place] === 1,
    original: (place) => original[place]!,
  };
}

/** Sums of distances are 0 where nothing differs, and need no decision at each path, which makes them fast. */
function distanceFrom(values: Float64Array, count: number, value: number): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  let path = 0;
  for (; path + 3 < count; path += 4) {
    one += Math.abs(values[path]! - value);
    two += Math.abs(values[path + 1]! - value);
    three += Math.abs(values[path + 2]! - value);
    four += Math.abs(values[path + 3]! - value);
  }
  for (; path < count; path++) one += Math.abs(values[path]! - value);
  return one + two + three + four;
}

export function distanceBetween(values: Float64Array, others: Float64Array, count: number): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  let path = 0;
  for (; path + 3 < count; path += 4) {
    one += Math.abs(values[path]! - others[path]!);
    two += Math.abs(values[path + 1]! - others[path + 1]!);
    three += Math.abs(values[path + 2]! - others[path + 2]!);
    four += Math.abs(values[path + 3]! - others[path + 3]!);
  }
  for (; path < count; path++) one += Math.abs(values[path]! - others[path]!);
  return one + two + three + four;
}
