import { type Column, setUniform } from "../engine/column.ts";
import { copyInto, type FigureSampler, multiplyInto, openFigure, ownColumn } from "./draw-figure.ts";
import { type Figure, plainFigure } from "./figure.ts";
import type { Luck } from "./luck.ts";
import type { LeverSpec, Scenario } from "./scenario-schema.ts";

/** A change to a figure of the world, from a lever of a policy or from behaviour that answers to its terms. */
export type Lever = Omit<LeverSpec, "scale" | "shift" | "replace"> & {
  readonly scale?: Figure | undefined;
  readonly shift?: Figure | undefined;
  readonly replace?: Figure | undefined;
};

/** A lever that multiplies a figure by a plain number: how a behaviour response is put to work. */
export function responseLever(id: string, quantity: string, scale: number): Lever {
  return {
    id,
    title: id,
    quantity,
    scale: plainFigure(scale),
    cost: plainFigure(0),
    delayMonths: 0,
    decayPerMonth: 0,
  };
}

/** The levers of one policy, in the scenario's order. */
export function leversOf(scenario: Scenario, ids: readonly string[]): Lever[] {
  return scenario.levers.filter((lever) => ids.includes(lever.id));
}

/** The share of a lever's effect that works in a month. */
export function effectIn(lever: Lever, month: number): number {
  if (month <= lever.delayMonths) return 0;
  let effect = 1;
  for (let k = lever.delayMonths + 1; k < month; k++) effect *= 1 - lever.decayPerMonth;
  return effect;
}

/** A figure under levers, drawn once a contract and worked out month by month where a lever builds up or fades. */
export type LeveredFigure = {
  /** Does the figure differ between months? */
  readonly varies: boolean;
  readonly draw: (luck: Luck) => void;
  readonly writeMonth: (month: number, out: Column) => void;
};

/** Prepares the drawing of a figure under levers, each put to work in the scenario's order, held after the last. */
export function openLeveredMonths(
  figure: Figure,
  quantity: string,
  levers: readonly Lever[],
  width: number,
  range: { readonly low?: number; readonly high?: number },
): LeveredFigure {
  const own = levers.filter((lever) => lever.quantity === quantity);
  const replaced = own.findLast((lever) => lever.replace !== undefined)?.replace ?? figure;
  const base = openFigure(replaced, quantity, width, range);
  const drawn = ownColumn(width);
  const changes = own
    .filter((lever) => lever.replace === undefined)
    .map((lever) => ({
      lever,
      draw: openFigure((lever.scale ?? lever.shift)!, `lever ${lever.id}`, width),
      by: ownColumn(width),
    }));
  return {
    varies: own.some((lever) => lever.delayMonths > 0 || lever.decayPerMonth > 0),
    draw: (luck) => {
      base(luck, drawn);
      for (const { draw, by } of changes) draw(luck, by);
    },
    writeMonth: (month, out) => {
      copyInto(out, drawn);
      for (const { lever, by } of changes) {
        if (lever.scale === undefined) shiftInto(out, by, width);
        else scaleInto(out, by, effectIn(lever, month), width);
      }
      if (changes.length > 0) clampInto(out, range, width);
    },
  };
}

/** Prepares the drawing of a figure whose levers work alike in every month. */
export function openLevered(...of: Parameters<typeof openLeveredMonths>): FigureSampler {
  const { draw, writeMonth } = openLeveredMonths(...of);
  return (luck, out) => {
    draw(luck);
    writeMonth(1, out);
  };
}

/** Multiplies by 1 + effect × (by − 1), which is `by` where the lever works in full. */
function scaleInto(out: Column, by: Column, effect: number, width: number): void {
  if (effect === 0) return;
  if (effect === 1) return multiplyInto(out, by, width);
  if (out.uniform) out.data.fill(out.value);
  out.uniform = false;
  out.count = false;
  const { data } = out;
  for (let i = 0; i < width; i++)
    data[i] = data[i]! * (1 + effect * ((by.uniform ? by.value : by.data[i]!) - 1));
}

function shiftInto(out: Column, by: Column, width: number): void {
  if (out.uniform && by.uniform) return setUniform(out, out.value + by.value);
  if (out.uniform) out.data.fill(out.value);
  out.uniform = false;
  out.count = false;
  for (let i = 0; i < width; i++) out.data[i] = out.data[i]! + (by.uniform ? by.value : by.data[i]!);
}

function clampInto(
  out: Column,
  range: { readonly low?: number; readonly high?: number },
  width: number,
): void {
  const low = range.low ?? Number.NEGATIVE_INFINITY;
  const high = range.high ?? Number.POSITIVE_INFINITY;
  if (out.uniform) setUniform(out, Math.min(Math.max(out.value, low), high));
  else for (let i = 0; i < width; i++) out.data[i] = Math.min(Math.max(out.data[i]!, low), high);
}
