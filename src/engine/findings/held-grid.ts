import type { Condition } from "../condition.ts";
import { conditionHolds, type Situation } from "./condition-holds.ts";
import type { SituationGrid } from "./situations.ts";

/** A grid with the rules that hold in each of its cells, by their places; undefined where a cell cannot be. */
export type HeldGrid = SituationGrid & { readonly held: readonly (readonly number[] | undefined)[] };

/** Goes through all cells of a grid once. */
export function heldGrid(grid: SituationGrid, conditions: readonly Condition[]): HeldGrid {
  const held = Array.from({ length: grid.count }, (_, cell) => {
    const situation = grid.at(cell);
    if (situation === undefined) return undefined;
    return conditions.flatMap((condition, place) => (conditionHolds(condition, situation) ? [place] : []));
  });
  return { ...grid, held };
}

/** The cell that reads best as a witness: with few facts away from where they usually are, and whole numbers. */
export function plainestCell(grid: SituationGrid, cells: readonly number[]): number {
  const oddness = cells.map((cell) => oddnessOf(grid, grid.at(cell)!));
  return cells[oddness.indexOf(Math.min(...oddness))]!;
}

function oddnessOf({ axes }: SituationGrid, situation: Situation): number {
  let odd = 0;
  for (const { fact } of axes) {
    const value = situation[fact.name]!;
    if (typeof value === "number" && value < 0) odd += 100;
    if (typeof value === "number" && !Number.isInteger(value)) odd += 10;
    // Months pass: any is as usual as the first.
    if (value !== fact.default && fact.name !== "month") odd += 1;
  }
  return odd;
}

/** Facts and their values in words: "month 12, placesShort 50". */
export function situationWords(situation: Situation): string {
  return Object.entries(situation)
    .map(([name, value]) => `${name} ${typeof value === "boolean" ? (value ? "yes" : "no") : String(value)}`)
    .join(", ");
}
