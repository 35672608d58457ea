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
        isSteady[place] = holdsThroughout(found[place]!, count, value) ? 1 : 0;
      for (const { place, to } of alike)
        original[place] =
          (isSteady[place] === 1 && isSteady[to] === 1) || agreeThroughout(found[place]!, found[to]!, count)
            ? to
            : place;
    },
    isSteady: (place) => isSteady[place] === 1,
    original: (place) => original[place]!,
  };
}

function holdsThroughout(values: Float64Array, count: number, value: number): boolean {
  for (let path = 0; path < count; path++) if (values[path] !== value) return false;
  return true;
}

function agreeThroughout(values: Float64Array, others: Float64Array, count: number): boolean {
  for (let path = 0; path < count; path++) if (values[path] !== others[path]) return false;
  return true;
}
