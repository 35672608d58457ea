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
    const rest: Stream[] = [];
    const writePart = (out: Uint32Array | Float64Array, part: number, coordinate: number) => {
      const place = turnedAt?.[coordinate] ?? -1;
      if (place >= 0) return out.set(turned(seed, block + part)[place]!);
      const dimension = dimensions?.[coordinate] ?? -1;
      if (dimension >= 0) return writeSobol(seed, block + part, dimension, out);
      rest[part] ??= openStream(seed, name, block + part);
      writeStrata(rest[part], out);
    };
    const write = (out: Uint32Array | Float64Array, length: number) => {
      if (length % blockWidth !== 0)
        throw new RangeError(`futures: invalid count: ${length}; expected whole blocks of ${blockWidth}`);
      const coordinate = calls++;
      for (let part = 0; part * blockWidth < length; part++)
        writePart(out.subarray(part * blockWidth, (part + 1) * blockWidth), part, coordinate);
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

type TurnedBlock = { seed: string; block: number; readonly columns: readonly Float64Array[] };

/** Blocks whose turned coordinates are kept: all that are drawn together, as worlds under several levers ask for them. */
const mostKept = 4;

/** Opens the turned coordinates of a block, as words; they hold until a few others have been asked for. */
function openTurned({
  turned,
  turn,
  dimensions,
}: TurnedPlan): (seed: string, block: number) => readonly Float64Array[] {
  const dots = new Float64Array(blockWidth);
  const of = turned.map(({ stream, coordinate }) => dimensions.get(stream)![coordinate]!);
  const kept: TurnedBlock[] = [];
  return (seed, block) => {
    const known = kept.find((one) => one.block === block && one.seed === seed);
    if (known !== undefined) return known.columns;
    const columns =
      kept.length < mostKept ? turned.map(() => new Float64Array(blockWidth)) : kept.shift()!.columns;
    kept.push({ seed, block, columns });
    for (const [c, column] of columns.entries()) {
      writeSobol(seed, block, of[c]!, column);
      scoresOfWords(column);
    }
    turnColumns(turn, columns, dots);
    for (const column of columns) wordsOfScores(column);
    return columns;
  };
}
