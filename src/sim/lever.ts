import type { Column } from "../engine/column.ts";
import { type FigureSampler, multiplyInto, openFigure, ownColumn } from "./draw-figure.ts";
import { type Figure, plainFigure } from "./figure.ts";
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

/** Does the lever work alike in every month? */
export function isSteady(lever: Lever): boolean {
  return lever.delayMonths === 0 && lever.decayPerMonth === 0;
}

/** Prepares the drawing of a figure under levers; those that build up or fade are left to the months. */
export function openLevered(
  figure: Figure,
  quantity: string,
  levers: readonly Lever[],
  width: number,
  range: { readonly low?: number; readonly high?: number },
): FigureSampler {
  const own = levers.filter((lever) => lever.quantity === quantity);
  const replaced = own.findLast((lever) => lever.replace !== undefined)?.replace ?? figure;
  const base = openFigure(replaced, quantity, width, range);
  const changes = own
    .filter((lever) => lever.replace === undefined && isSteady(lever))
    .map((lever) => ({
      lever,
      draw: openFigure((lever.scale ?? lever.shift)!, `lever ${lever.id}`, width),
      by: ownColumn(width),
    }));
  return (luck, out) => {
    base(luck, out);
    for (const { lever, draw, by } of changes) {
      draw(luck, by);
      if (lever.scale !== undefined) multiplyInto(out, by, width);
      else shiftInto(out, by, width);
    }
    if (changes.length > 0) clampInto(out, range, width);
  };
}

function shiftInto(out: Column, by: Column, width: number): void {
  if (out.uniform && by.uniform) {
    out.value += by.value;
    return;
  }
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
  if (out.uniform) out.value = Math.min(Math.max(out.value, low), high);
  else for (let i = 0; i < width; i++) out.data[i] = Math.min(Math.max(out.data[i]!, low), high);
}
