import { callOffsOf, luckOfCallOff } from "../call-offs.ts";
import type { CheckedScenario } from "../check-scenario.ts";
import { openWorld } from "../draw-world.ts";
import type { Lever } from "../lever.ts";
import type { Luck } from "../luck.ts";
import { sobolDimensions } from "./sobol.ts";

/** The dimensions of each stream by name: the j-th is that of its j-th coordinate, −1 where the table is used up. */
export type StreamDimensions = ReadonlyMap<string, Int32Array>;

/** One coordinate of a stream. */
export type Coordinate = { readonly stream: string; readonly coordinate: number };

export type DimensionPlan = {
  readonly dimensions: StreamDimensions;
  /** Coordinates whose normal scores are turned together, each with a dimension of its own. */
  readonly turned: readonly Coordinate[];
};

/** Coordinates of a stream drawn in months that are turned: its wholes, their halves and so on. */
const turnedOfMonths = 8;
/** A turn costs in proportion to what is turned. */
const mostTurned = 256;

/**
 * Gives dimensions to the streams of a scenario by name: the same for all policies, divisions and orders.
 *
 * First what is turned together: what is drawn once a contract, as it moves all months alike, then the whole of what is
 * drawn in months and its first halves. Then all else that is drawn once, then the rest of the months level by level.
 * Streams that only a lever opens come last, so that a lever that is added shifts no other draw.
 */
export function dimensionPlan(checked: CheckedScenario, leading: number): DimensionPlan {
  const plain = new Map<string, number>();
  count(checked, [], plain);
  const withLevers = new Map<string, number>();
  for (const lever of checked.scenario.levers) count(checked, [lever], withLevers);
  const own = [...plain];
  const added = [...withLevers].filter(([name]) => !plain.has(name));
  const dimensions = new Map<string, Int32Array>();
  for (const [name, calls] of [...own, ...added])
    dimensions.set(name, new Int32Array(Math.max(calls, withLevers.get(name) ?? 0)).fill(-1));
  let next = 0;
  const give = (stream: string, coordinate: number) => {
    const of = dimensions.get(stream)!;
    if (next < sobolDimensions && of[coordinate] === -1) of[coordinate] = next++;
  };
  const steps = own.filter(([name, calls]) => calls === 1 && isStep(name));
  const turned: Coordinate[] = [];
  const turn = (stream: string, coordinate: number) => {
    if (turned.length === leading) for (const [name] of steps) give(name, 0);
    turned.push({ stream, coordinate });
    give(stream, coordinate);
  };
  for (const [name, calls] of own)
    if (calls === 1 && !isStep(name) && turned.length < mostTurned) turn(name, 0);
  for (let coordinate = 0; coordinate < turnedOfMonths; coordinate++)
    for (const [name, calls] of own)
      if (calls > coordinate && calls > 1 && !name.includes("surviving") && turned.length < mostTurned)
        turn(name, coordinate);
  for (const streams of [own, added]) {
    for (const [name, calls] of streams) if (calls === 1) give(name, 0);
    const most = Math.max(0, ...streams.map(([, calls]) => calls));
    for (let coordinate = 0; coordinate < most; coordinate++)
      for (const [name, calls] of streams) if (coordinate < calls) give(name, coordinate);
  }
  return { dimensions, turned };
}

/** Does a purpose that is drawn once step from one value to another? Its steps stay where they are if it is not turned. */
function isStep(name: string): boolean {
  return /(^|\/)(volume\.none|volume\.readyDelayMonths|drawn\..*)$/.test(name);
}

/** Counts how often each stream is asked for numbers, by drawing one future. */
function count(checked: CheckedScenario, levers: readonly Lever[], calls: Map<string, number>): void {
  const luck: Luck = {
    seed: "",
    block: 0,
    sampling: "quasi",
    open: (_seed, name) => {
      let asked = 0;
      const note = (
        out: { fill(value: number, from: number, to: number): unknown },
        length: number,
        half: number,
      ) => {
        asked += 1;
        calls.set(name, Math.max(asked, calls.get(name) ?? 0));
        out.fill(half, 0, length);
      };
      return {
        fill: (out, length) => note(out, length, 0.5),
        words: (out, length) => note(out, length, 2147483648),
      };
    },
  };
  for (const callOff of callOffsOf(checked)) {
    const { scenario, timeline } = callOff.checked;
    openWorld(scenario, timeline, levers, 1)(luckOfCallOff(checked, callOff, luck));
  }
}
