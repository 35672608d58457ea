import { type Column, setUniform } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { keeping } from "./kept.ts";
import { nativeDrawsOf } from "./native/native-draws.ts";
import { openBinomialCounts } from "./random/binomial-counts.ts";
import { binomialCountsVaryingRate } from "./random/binomial-counts-varying-rate.ts";
import type { Stream } from "./random/stream.ts";

/**
 * Keeps each of `of` people with a chance `rate`, path by path: a binomial count, or its mean where people are
 * fractional. `out` owns its memory. A month in which nobody comes asks for no luck on any path.
 */
export type Thinning = (of: Column, rate: Column, stream: Stream, out: Column) => void;

/** Tables by number of trials, for each rate that is the same on all paths. */
const samplerOf = keeping(64, (rate) => openBinomialCounts(Number(rate)));

/** Opens a thinning; tables are kept for each rate that is the same on all paths. */
export function openThinning(width: number, rounded: boolean, loops: Loops = plainLoops): Thinning {
  const native = nativeDrawsOf(loops);
  const words = loops.words(native === undefined ? 0 : width);
  const uniforms = new Float64Array(native === undefined ? width : 0);
  const people = loops.numbers(width);
  return (of, rate, stream, out) => {
    if (of.uniform && of.value === 0) return setUniform(out, 0);
    if (rate.uniform && rate.value === 0) return setUniform(out, 0);
    if (!rounded) return expected(of, rate, out, width);
    if (rate.uniform && rate.value === 1) return copy(of, out);
    if (of.uniform) people.fill(of.value);
    const from = of.uniform ? people : of.data;
    // The stream goes on all the same: what is drawn from it next has its own luck.
    if (native !== undefined) stream.words(words, width);
    else stream.fill(uniforms, width);
    if (rate.uniform) {
      if (native !== undefined) native.binomials(rate.value, from, words, out.data, width);
      else samplerOf(String(rate.value))(from, uniforms, out.data, width);
    } else if (stream.recalled?.take(out.data) !== true) {
      if (native !== undefined) native.binomialsVaryingRate(from, rate.data, words, out.data, width);
      else binomialCountsVaryingRate(from, rate.data, uniforms, out.data, width);
      stream.recalled?.note(out.data, width);
    }
    out.uniform = false;
    out.count = true;
  };
}

function copy(of: Column, out: Column): void {
  if (of.uniform) return setUniform(out, of.value);
  out.uniform = false;
  out.count = of.count;
  out.data.set(of.data);
}

function expected(of: Column, rate: Column, out: Column, width: number): void {
  if (of.uniform && rate.uniform) return setUniform(out, of.value * rate.value);
  out.uniform = false;
  out.count = false;
  for (let i = 0; i < width; i++) {
    out.data[i] = (of.uniform ? of.value : of.data[i]!) * (rate.uniform ? rate.value : rate.data[i]!);
  }
}
