import { type HeldGrid, plainestCell } from "./held-grid.ts";

/** Two rules that hold together, and the cell that shows it best. */
export type Overlap = { readonly rules: readonly [number, number]; readonly cell: number };

/** Finds every two rules that hold together in some cell of a grid. */
export function overlapsOf(grid: HeldGrid): Overlap[] {
  const cellsOf = new Map<string, { rules: [number, number]; cells: number[] }>();
  for (const [cell, places] of grid.held.entries()) {
    if (places === undefined) continue;
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1)) {
        const key = `${a} ${b}`;
        const entry = cellsOf.get(key) ?? { rules: [a, b], cells: [] };
        entry.cells.push(cell);
        cellsOf.set(key, entry);
      }
  }
  return [...cellsOf.values()]
    .map(({ rules, cells }): Overlap => ({ rules, cell: plainestCell(grid, cells) }))
    .sort((x, y) => x.rules[0] - y.rules[0] || x.rules[1] - y.rules[1]);
}
