import { at, type Column } from "../../engine/column.ts";
import { blockWidth } from "../block-width.ts";
import { callOffsOf, luckOfCallOff } from "../call-offs.ts";
import type { CheckedScenario } from "../check-scenario.ts";
import { openWorld } from "../draw-world.ts";
import { normalQuantile } from "../special/normal.ts";
import type { World } from "../world.ts";
import type { DimensionPlan } from "./dimension-plan.ts";
import { openQuasiStreams } from "./quasi-stream.ts";

const TWO_TO_MINUS_32 = 2.3283064365386963e-10;
const pilotBlocks = 8;

/**
 * The directions in which the normal scores of a plan's turned coordinates move what happens most: the mean of each
 * score times the people counted, over a pilot that is the same whatever the seed.
 *
 * Source: the mean of a score times a quantity is its mean slope along the score (Stein 1981,
 * doi:10.1214/aos/1176345632); slopes for choosing directions, Y. Xiao and X. Wang 2018, doi:10.1016/j.jcp.2018.05.003.
 */
export function directionsOf(checked: CheckedScenario, plan: DimensionPlan): Float64Array[] {
  const streams = openQuasiStreams({ dimensions: plan.dimensions, turned: [], turn: [] });
  const scores = plan.turned.map(() => new Float64Array(blockWidth));
  const places = new Map(plan.turned.map(({ stream, coordinate }, c) => [`${stream} ${coordinate}`, c]));
  const callOffs = callOffsOf(checked).map((callOff) => ({
    callOff,
    draw: openWorld(callOff.checked.scenario, callOff.checked.timeline, [], blockWidth),
  }));
  let directions: Float64Array[] = [];
  for (let block = 0; block < pilotBlocks; block++) {
    const open: typeof streams = (seed, name, of) => {
      const stream = streams(seed, name, of);
      let call = 0;
      const note = (out: Float64Array | Uint32Array, scale: number) => {
        const place = places.get(`${name} ${call++}`);
        if (place === undefined) return;
        const into = scores[place]!;
        for (let i = 0; i < blockWidth; i++)
          into[i] = normalQuantile((out[i]! * scale + 0.5) * TWO_TO_MINUS_32);
      };
      return {
        fill: (out, length) => {
          stream.fill(out, length);
          note(out, 4294967296);
        },
        words: (out, length) => {
          stream.words(out, length);
          note(out, 1);
        },
      };
    };
    const luck = { seed: "pilot", block, sampling: "quasi" as const, open };
    const sums: Float64Array[] = [];
    for (const { callOff, draw } of callOffs)
      for (const [t, people] of targets(draw(luckOfCallOff(checked, callOff, luck))).entries()) {
        sums[t] ??= new Float64Array(blockWidth);
        for (const column of people)
          for (let i = 0; i < blockWidth; i++) sums[t]![i] = sums[t]![i]! + at(column, i);
      }
    if (directions.length === 0) directions = sums.map(() => new Float64Array(scores.length));
    for (const [t, sum] of sums.entries()) {
      let mean = 0;
      for (let i = 0; i < blockWidth; i++) mean += sum[i]! / blockWidth;
      for (const [c, score] of scores.entries()) {
        let slope = 0;
        for (let i = 0; i < blockWidth; i++) slope += (sum[i]! - mean) * score[i]!;
        directions[t]![c] = directions[t]![c]! + slope;
      }
    }
  }
  return directions;
}

/** What is counted in a world, as lists of months: the people whom payments and costs follow, as a whole and early on. */
function targets({ referrals, starts, stages, costs }: World): readonly (readonly Column[])[] {
  const half = (months: readonly Column[]) => months.slice(0, Math.ceil(months.length / 2));
  const outcomes = stages.map(({ byMonth }) => byMonth);
  const first = outcomes[0] ?? starts;
  const TG = process.env.TG ?? "a";
  const { fixed } = costs;
  const quarter = (months: readonly Column[]) => months.slice(0, Math.ceil(months.length / 4));
  if (TG === "b")
    return [first, fixed, starts, half(first), half(referrals), ...outcomes.slice(1), referrals];
  if (TG === "c")
    return [
      first,
      half(first),
      fixed,
      starts,
      half(referrals),
      quarter(referrals),
      ...outcomes.slice(1),
      referrals,
    ];
  if (TG === "d") return [[...outcomes.flat()], half(first), starts, half(referrals), fixed, referrals];
  return [first, starts, half(first), half(referrals), ...outcomes.slice(1), referrals];
}
/** As many directions as there can be. */
export const leadingDirections = Number(process.env.LD ?? 5);
