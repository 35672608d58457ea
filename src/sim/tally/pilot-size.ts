import type { Basis } from "../basis.ts";
import { blockWidth } from "../block.ts";
import { blocksOfGroup } from "./tally-plan.ts";

/** Bytes of columns up to which a run keeps them all, which is the faster way to simulate. */
const mostKept = 1024 * 1024 * 1024;
/** Bytes of columns that the pilot may take. */
const mostOfPilot = 128 * 1024 * 1024;
const mostPaths = 1 << 16;
const groupPaths = blockWidth * blocksOfGroup;

/** Can a basis be tallied? One whose prices are solved on the futures needs the columns of each guess. */
export function isTallyBasis(basis: Basis | undefined): basis is "same-unit-prices" | "same-price" {
  return basis === "same-unit-prices" || basis === "same-price";
}

/** Is a run so large that it is tallied? `columns`: ledger columns of one policy. */
export function isTallied(paths: number, policies: number, columns: number): boolean {
  const perPath = policies * columns * Float64Array.BYTES_PER_ELEMENT;
  return paths * perPath > mostKept && pilotPaths(paths, policies, columns) > 0;
}

/** The futures of the pilot: whole groups, at most 65,536; 0 where not even one group can be kept. */
export function pilotPaths(paths: number, policies: number, columns: number): number {
  const perPath = policies * columns * Float64Array.BYTES_PER_ELEMENT;
  const most = Math.min(paths, mostPaths, Math.floor(mostOfPilot / perPath));
  return Math.floor(most / groupPaths) * groupPaths;
}
