import { callOffsOf, luckOfCallOff } from "../call-offs.ts";
import type { CheckedScenario } from "../check-scenario.ts";
import { openWorld } from "../draw-world.ts";
import type { Lever } from "../lever.ts";
import type { Luck } from "../luck.ts";
import { sobolDimensions } from "./sobol.ts";

/** The dimensions of one stream: the j-th is that of its j-th coordinate, −1 where the table is used up. */
export type StreamDimensions = {
  readonly dimensions: Int32Array;
  /** Is the first coordinate the sum of all in normal scores? */
  readonly rotated: boolean;
};

/** The dimensions of each stream of a scenario, by name. */
export type DimensionPlan = ReadonlyMap<string, StreamDimensions>;

const plans = new WeakMap<CheckedScenario["scenario"], DimensionPlan>();

/**
 * Gives dimensions to the streams of a scenario by name: the same for all policies, divisions and orders.
 *
 * What is drawn once a contract comes first, as it moves all months alike; then the sum of what is drawn each month,
 * one coordinate a stream; then the rest. Streams that only a lever opens come after all others, so that a lever that is
 * added shifts no other draw.
 */
export function dimensionPlan(checked: CheckedScenario): DimensionPlan {
  const known = plans.get(checked.scenario);
  if (known !== undefined) return known;
  const plain = new Map<string, number>();
  count(checked, [], plain);
  const withLevers = new Map<string, number>();
  for (const lever of checked.scenario.levers) count(checked, [lever], withLevers);
  const own = [...plain];
  const added = [...withLevers].filter(([name]) => !plain.has(name));
  const plan = new Map<string, { dimensions: Int32Array; rotated: boolean }>();
  for (const [name, calls] of [...own, ...added])
    plan.set(name, {
      dimensions: new Int32Array(Math.max(calls, withLevers.get(name) ?? 0)).fill(-1),
      rotated: isRotated(name, calls),
    });
  let next = 0;
  const give = (name: string, coordinate: number) => {
    if (next < sobolDimensions) plan.get(name)!.dimensions[coordinate] = next++;
  };
  for (const streams of [own, added]) {
    for (const [name, calls] of streams) if (calls === 1) give(name, 0);
    for (const [name, calls] of streams) if (calls > 1) give(name, 0);
    const most = Math.max(0, ...streams.map(([, calls]) => calls));
    for (let coordinate = 1; coordinate < most; coordinate++)
      for (const [name, calls] of streams) if (coordinate < calls) give(name, coordinate);
  }
  plans.set(checked.scenario, plan);
  return plan;
}

const JOINT = /(referrals|starts|reached|claimed|surviving|delay\|\d+)$/;
function isRotated(name: string, calls: number): boolean {
  return calls > 1 && !JOINT.test(name);
}

/** Counts how often each stream is asked for numbers, by drawing one future. */
function count(checked: CheckedScenario, levers: readonly Lever[], calls: Map<string, number>): void {
  const luck: Luck = {
    seed: "",
    sampling: "quasi",
    block: 0,
    open: (_seed, name) => {
      let asked = 0;
      const note = (out: { fill(value: number, from: number, to: number): unknown }, length: number, half: number) => {
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
