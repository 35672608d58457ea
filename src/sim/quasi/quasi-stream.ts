import { blockWidth } from "../block-width.ts";
import { openStream, type Stream } from "../random/stream.ts";
import { normalDistribution, normalQuantile } from "../special/normal.ts";
import { writeSobol, writeStrata } from "./coordinate.ts";
import type { DimensionPlan } from "./dimension-plan.ts";
import { type Turn, turnColumns } from "./turn.ts";

const TWO_TO_32 = 4294967296;
const TWO_TO_MINUS_32 = 2.3283064365386963e-10;

/** Dimensions, and how the scores of some of them are turned. */
export type TurnedPlan = DimensionPlan & { readonly turn: Turn };

/** Opens the streams of quasi-random futures: each call of a stream gives the next of its coordinates at a block's points. */
export function openQuasiStreams(plan: TurnedPlan): typeof openStream {
  const turned = openTurned(plan);
  const places = new Map<string, Int32Array>();
  for (const [c, { stream, coordinate }] of plan.turned.entries()) {
    const length = plan.dimensions.get(stream)!.length;
    if (!places.has(stream)) places.set(stream, new Int32Array(length).fill(-1));
    places.get(stream)![coordinate] = c;
  }
  return (seed, name, block) => {
    const dimensions = plan.dimensions.get(name);
    const turnedAt = places.get(name);
    let asked = 0;
    let rest: Stream | undefined;
    const next = (out: Uint32Array | Float64Array) => {
      const coordinate = asked++;
      const place = turnedAt?.[coordinate] ?? -1;
      const dimension = dimensions?.[coordinate] ?? -1;
      if (place >= 0) return void out.set(turned(seed, block)[place]!);
      if (dimension >= 0) return writeSobol(seed, block, dimension, out);
      rest ??= openStream(seed, name, block);
      writeStrata(rest, out);
    };
    return {
      fill: (out) => {
        next(out);
        for (let i = 0; i < blockWidth; i++) out[i] = out[i]! * TWO_TO_MINUS_32;
      },
      words: (out) => next(out),
    };
  };
}

/** Opens the turned coordinates, as words; those of one block are kept, as worlds under several levers ask for them. */
function openTurned({
  turned,
  turn,
  dimensions,
}: TurnedPlan): (seed: string, block: number) => readonly Float64Array[] {
  const columns = turned.map(() => new Float64Array(blockWidth));
  const dots = new Float64Array(blockWidth);
  const of = turned.map(({ stream, coordinate }) => dimensions.get(stream)![coordinate]!);
  let [ofSeed, ofBlock] = ["", -1];
  return (seed, block) => {
    if (seed === ofSeed && block === ofBlock) return columns;
    [ofSeed, ofBlock] = [seed, block];
    for (const [c, column] of columns.entries()) {
      writeSobol(seed, block, of[c]!, column);
      for (let i = 0; i < blockWidth; i++) column[i] = normalQuantile((column[i]! + 0.5) * TWO_TO_MINUS_32);
    }
    turnColumns(turn, columns, dots);
    for (const column of columns)
      for (let i = 0; i < blockWidth; i++) {
        const word = Math.floor(normalDistribution(column[i]!) * TWO_TO_32);
        column[i] = word < TWO_TO_32 ? word : TWO_TO_32 - 1;
      }
    return columns;
  };
}
