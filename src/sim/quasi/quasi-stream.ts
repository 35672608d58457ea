import { blockWidth } from "../block-width.ts";
import { openStream, type Stream } from "../random/stream.ts";
import type { DimensionPlan } from "./dimension-plan.ts";
import { scoresOfWords, wordsOfScores } from "./normal-words.ts";
import { writeSobol } from "./scrambled-points.ts";
import { writeStrata } from "./strata.ts";
import { type Turn, turnColumns } from "./turn.ts";

const TWO_TO_MINUS_32 = 2.3283064365386963e-10;

/** Dimensions, and how the normal scores of some of them are turned. */
export type TurnedPlan = DimensionPlan & { readonly turn: Turn };

/**
 * Opens the streams of quasi-random futures, by seed, name and block of 512 futures: each call of a stream gives the next
 * of its coordinates at the block's points, whatever else is drawn.
 */
export function openQuasiStreams(plan: TurnedPlan): typeof openStream {
  const turned = openTurned(plan);
  const places = new Map<string, Int32Array>();
  for (const [c, { stream, coordinate }] of plan.turned.entries()) {
    const known = places.get(stream) ?? new Int32Array(plan.dimensions.get(stream)!.length).fill(-1);
    known[coordinate] = c;
    places.set(stream, known);
  }
  return (seed, name, block) => {
    const dimensions = plan.dimensions.get(name);
    const turnedAt = places.get(name);
    let calls = 0;
    let rest: Stream | undefined;
    const write = (out: Uint32Array | Float64Array, length: number) => {
      if (length !== blockWidth)
        throw new RangeError(`futures: invalid count: ${length}; expected ${blockWidth}`);
      const coordinate = calls++;
      const place = turnedAt?.[coordinate] ?? -1;
      if (place >= 0) return out.set(turned(seed, block)[place]!);
      const dimension = dimensions?.[coordinate] ?? -1;
      if (dimension >= 0) return writeSobol(seed, block, dimension, out);
      rest ??= openStream(seed, name, block);
      writeStrata(rest, out);
    };
    return {
      words: write,
      fill: (out, length) => {
        write(out, length);
        for (let i = 0; i < length; i++) out[i] = out[i]! * TWO_TO_MINUS_32;
      },
    };
  };
}

/** Opens the turned coordinates, as words; those of the last block are kept, as worlds under several levers ask for them. */
function openTurned({
  turned,
  turn,
  dimensions,
}: TurnedPlan): (seed: string, block: number) => readonly Float64Array[] {
  const columns = turned.map(() => new Float64Array(blockWidth));
  const dots = new Float64Array(blockWidth);
  const of = turned.map(({ stream, coordinate }) => dimensions.get(stream)![coordinate]!);
  let last: { readonly seed: string; readonly block: number } | undefined;
  return (seed, block) => {
    if (last?.seed === seed && last.block === block) return columns;
    last = { seed, block };
    for (const [c, column] of columns.entries()) {
      writeSobol(seed, block, of[c]!, column);
      scoresOfWords(column);
    }
    turnColumns(turn, columns, dots);
    for (const column of columns) wordsOfScores(column);
    return columns;
  };
}
