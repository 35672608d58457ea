import { type Column, setUniform } from "../engine/column.ts";
import type { Loops } from "../engine/loops.ts";
import { ownColumn } from "./draw-figure.ts";

/** For each month of delay the chance that it is this one where it is none before. */
export function conditionalShares(
  delays: readonly { chance: number }[],
  width: number,
  loops: Loops,
): readonly Column[] {
  return delays.map(({ chance }, d) => {
    const rest = delays.slice(d).reduce((sum, delay) => sum + delay.chance, 0);
    const share = ownColumn(width, loops);
    setUniform(share, d === delays.length - 1 ? 1 : chance / rest);
    return share;
  });
}

/** Takes a part of people off those who are left, in place; `left` owns its memory. */
export function subtractPeople(left: Column, part: Column, width: number, rounded: boolean): void {
  if (left.uniform && part.uniform) return setUniform(left, left.value - part.value);
  if (left.uniform) left.data.fill(left.value);
  left.uniform = false;
  left.count = rounded;
  for (let i = 0; i < width; i++) left.data[i] = left.data[i]! - (part.uniform ? part.value : part.data[i]!);
}
