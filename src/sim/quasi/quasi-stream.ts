import { blockWidth } from "../block-width.ts";
import { openStream, type Stream } from "../random/stream.ts";
import { normalDistribution, normalQuantile } from "../special/normal.ts";
import { writeSobol, writeStrata } from "./coordinate.ts";
import type { DimensionPlan } from "./dimension-plan.ts";

const TWO_TO_32 = 4294967296;
const TWO_TO_MINUS_32 = 2.3283064365386963e-10;

export function openQuasiStreams(plan: DimensionPlan): typeof openStream {
  return (seed, name, block) => {
    const known = plan.get(name);
    let asked = 0;
    let rest: Stream | undefined;
    const write = (coordinate: number, out: Uint32Array | Float64Array) => {
      const dimension = known?.dimensions[coordinate] ?? -1;
      if (dimension >= 0) return writeSobol(seed, block, dimension, out);
      rest ??= openStream(seed, name, block);
      writeStrata(rest, out);
    };
    const scores = known?.rotated ? openScores(known.dimensions.length, write) : undefined;
    const next = (out: Uint32Array | Float64Array) => {
      const call = asked++;
      if (scores !== undefined && call < known!.dimensions.length) scores(out);
      else write(call, out);
    };
    return {
      fill: (out, length) => {
        next(out);
        for (let i = 0; i < length; i++) out[i] = out[i]! * TWO_TO_MINUS_32;
      },
      words: (out) => next(out),
    };
  };
}

function openScores(
  count: number,
  write: (coordinate: number, out: Float64Array) => void,
): (out: Uint32Array | Float64Array) => void {
  const left = new Float64Array(blockWidth);
  const own = new Float64Array(blockWidth);
  let done = 0;
  return (out) => {
    if (done === 0) {
      write(0, left);
      const root = Math.sqrt(count);
      for (let i = 0; i < blockWidth; i++) left[i] = root * normalQuantile((left[i]! + 0.5) * TWO_TO_MINUS_32);
    }
    const k = count - done;
    done += 1;
    if (k === 1) {
      for (let i = 0; i < blockWidth; i++) out[i] = wordOf(left[i]!);
      return;
    }
    write(done, own);
    const share = 1 / k;
    const spread = Math.sqrt(1 - share);
    for (let i = 0; i < blockWidth; i++) {
      const z = left[i]! * share + spread * normalQuantile((own[i]! + 0.5) * TWO_TO_MINUS_32);
      left[i] = left[i]! - z;
      out[i] = wordOf(z);
    }
  };
}

function wordOf(z: number): number {
  const w = Math.floor(normalDistribution(z) * TWO_TO_32);
  return w >= TWO_TO_32 ? TWO_TO_32 - 1 : w;
}
