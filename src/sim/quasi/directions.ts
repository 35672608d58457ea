import { at, type Column } from "../../engine/column.ts";
import { blockWidth } from "../block-width.ts";
import { callOffsOf, luckOfCallOff } from "../call-offs.ts";
import type { CheckedScenario } from "../check-scenario.ts";
import { openWorld } from "../draw-world.ts";
import type { Stream } from "../random/stream.ts";
import type { World } from "../world.ts";
import type { DimensionPlan } from "./dimension-plan.ts";
import { scoresOfWords } from "./normal-words.ts";
import { openQuasiStreams } from "./quasi-stream.ts";

const TWO_TO_32 = 4294967296;
const pilotBlocks = 4;

/** As many directions as a world has, the most telling first; more would be told by luck. */
export const mostDirections = 5;

/**
 * The directions in which the normal scores of a plan's turned coordinates move what happens most: the mean of each
 * score times the people counted, over a pilot that is the same whatever the seed, the policies and the division.
 *
 * Source: the mean of a normal score times a quantity is its mean slope along the score (C. Stein 1981,
 * doi:10.1214/aos/1176345632); slopes as directions for quasi-random points, Y. Xiao and X. Wang 2018,
 * doi:10.1016/j.jcp.2018.05.003.
 */
export function directionsOf(checked: CheckedScenario, plan: DimensionPlan): Float64Array[] {
  const draws = callOffsOf(checked).map((callOff) => ({
    callOff,
    draw: openWorld(callOff.checked.scenario, callOff.checked.timeline, [], blockWidth),
  }));
  const noted = openNotedStreams(plan);
  const directions: Float64Array[] = [];
  for (let block = 0; block < pilotBlocks; block++) {
    const luck = { seed: "pilot", block, sampling: "quasi", open: noted.open } as const;
    const sums: Float64Array[] = [];
    for (const { callOff, draw } of draws)
      for (const [t, months] of countsOf(draw(luckOfCallOff(checked, callOff, luck))).entries()) {
        sums[t] ??= new Float64Array(blockWidth);
        for (const month of months) addTo(sums[t]!, month);
      }
    for (const words of noted.columns) scoresOfWords(words);
    for (const [t, sum] of sums.entries()) {
      directions[t] ??= new Float64Array(noted.columns.length);
      addSlopes(directions[t]!, sum, noted.columns);
    }
  }
  return directions.slice(0, mostDirections);
}

/** People counted in a world, as lists of months: what payments and costs follow, as a whole and in the first half. */
function countsOf({ referrals, starts, stages }: World): readonly (readonly Column[])[] {
  const [first = starts, ...later] = stages.map(({ byMonth }) => byMonth);
  return [first, starts, firstHalf(first), firstHalf(referrals), ...later, referrals];
}

function firstHalf(months: readonly Column[]): readonly Column[] {
  return months.slice(0, Math.ceil(months.length / 2));
}

/** The streams of a plan without a turn, and the words that they gave for each coordinate that is to be turned. */
function openNotedStreams(plan: DimensionPlan) {
  const { dimensions, turned } = plan;
  const streams = openQuasiStreams({ dimensions, turned: [], turn: [] });
  const columns = turned.map(() => new Float64Array(blockWidth));
  const places = new Map(turned.map(({ stream, coordinate }, c) => [`${stream} ${coordinate}`, c]));
  const open = (seed: string, name: string, block: number): Stream => {
    const stream = streams(seed, name, block);
    let calls = 0;
    const note = (out: Float64Array | Uint32Array, unit: number) => {
      const column = columns[places.get(`${name} ${calls++}`) ?? -1];
      if (column !== undefined) for (let i = 0; i < blockWidth; i++) column[i] = out[i]! * unit;
    };
    return {
      fill: (out, length) => {
        stream.fill(out, length);
        note(out, TWO_TO_32);
      },
      words: (out, length) => {
        stream.words(out, length);
        note(out, 1);
      },
    };
  };
  return { open, columns };
}

function addTo(sum: Float64Array, column: Column): void {
  for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + at(column, i);
}

function addSlopes(direction: Float64Array, sum: Float64Array, scores: readonly Float64Array[]): void {
  let mean = 0;
  for (const each of sum) mean += each / sum.length;
  for (const [c, score] of scores.entries()) {
    let slope = 0;
    for (let i = 0; i < sum.length; i++) slope += (sum[i]! - mean) * score[i]!;
    direction[c] = direction[c]! + slope;
  }
}
