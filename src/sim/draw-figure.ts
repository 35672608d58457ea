import { type Column, isCount, setUniform } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { plainLoops } from "../engine/plain-loops.ts";
import { type Figure, isFixed } from "./figure.ts";
import { keeping } from "./kept.ts";
import { type Luck, luckOf } from "./luck.ts";
import { type Distribution, quantileFunction } from "./random/distribution.ts";

/** Tables of quantiles are costly to build and the same for every run that draws the distribution. */
const quantileOf = keeping(128, (key) => quantileFunction(JSON.parse(key) as Distribution));

/** What is done to a drawn figure, path by path: the levers that work on it. */
export type FigureChange = (value: Column, luck: Luck) => void;

/** Draws a figure for all paths of a block; one number a contract. */
export type FigureSampler = (luck: Luck, out: Column) => void;

/** A column with memory of its own. */
export function ownColumn(width: number, loops: Loops = plainLoops): Column {
  return { uniform: true, value: 0, data: loops.numbers(width), count: true };
}

/**
 * Prepares the drawing of a figure: its quantile function at the uniform numbers of its purpose.
 *
 * A fixed figure is uniform and asks for no luck. `low` and `high` hold what a tail may exceed.
 */
export function openFigure(
  figure: Figure,
  purpose: string,
  width: number,
  range: { readonly low?: number; readonly high?: number } = {},
): FigureSampler {
  const low = range.low ?? Number.NEGATIVE_INFINITY;
  const high = range.high ?? Number.POSITIVE_INFINITY;
  if (isFixed(figure)) return (_, out) => setUniform(out, Math.min(Math.max(figure.mean, low), high));
  const quantile = quantileOf(JSON.stringify(figure.distribution));
  const uniforms = new Float64Array(width);
  return (luck, out) => {
    luckOf(luck, purpose).fill(uniforms, width);
    const { data } = out;
    for (let i = 0; i < width; i++) data[i] = Math.min(Math.max(quantile(uniforms[i]!), low), high);
    out.uniform = false;
    out.count = false;
  };
}

/** Fills `data` with a column's numbers, uniform or not. */
export function writeColumn(from: Column, data: Float64Array): void {
  if (from.uniform) data.fill(from.value);
  else data.set(from.data);
}

/** Copies a column's numbers; `out` must own its memory. */
export function copyInto(out: Column, from: Column): void {
  if (from.uniform) return setUniform(out, from.value);
  out.uniform = false;
  out.count = false;
  out.data.set(from.data);
}

/** Multiplies a column by another in place; `out` must own its memory. */
export function multiplyInto(out: Column, by: Column, width: number): void {
  if (out.uniform && by.uniform) return setUniform(out, out.value * by.value);
  if (by.uniform && by.value === 1) return;
  if (out.uniform) out.data.fill(out.value);
  out.uniform = false;
  out.count = false;
  const { data } = out;
  if (by.uniform) for (let i = 0; i < width; i++) data[i] = data[i]! * by.value;
  else for (let i = 0; i < width; i++) data[i] = data[i]! * by.data[i]!;
}

/** Are all numbers of a freshly drawn column whole and at least 0? */
export function markCounts(column: Column, counts: boolean): void {
  column.count = column.uniform ? isCount(column.value) : counts;
}

/** Prepares the drawing of a figure anew each month: each call of what it gives is the next month. */
export function openMonthlyFigure(
  figure: Figure,
  purpose: string,
  width: number,
): (luck: Luck) => (out: Column) => void {
  if (isFixed(figure)) return () => (out) => setUniform(out, figure.mean);
  const quantile = quantileOf(JSON.stringify(figure.distribution));
  const uniforms = new Float64Array(width);
  return (luck) => {
    const stream = luckOf(luck, purpose);
    return (out) => {
      stream.fill(uniforms, width);
      for (let i = 0; i < width; i++) out.data[i] = quantile(uniforms[i]!);
      out.uniform = false;
      out.count = false;
    };
  };
}
