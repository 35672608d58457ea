import { blockWidth } from "../block-width.ts";

/** Independent scramblings of one set of points: standard errors come from how far they differ. */
export const replicates = 16;

const least = replicates * blockWidth;

/** The scrambling that a block belongs to, and which block of that scrambling's points it is. */
export function replicateOf(block: number): { readonly replicate: number; readonly chunk: number } {
  return { replicate: block % replicates, chunk: Math.floor(block / replicates) };
}

/** The most futures, not over `most`, that are 16 scramblings of a power of two of points; 0 where there are none. */
export function mostQuasiPaths(most: number): number {
  if (most < least) return 0;
  const whole = quasiPaths(most);
  return whole > most ? whole / 2 : whole;
}

/** The least number of futures from `paths` on that is 16 scramblings of a power of two of points, 512 at least. */
export function quasiPaths(paths: number): number {
  let whole = least;
  while (whole < paths) whole *= 2;
  return whole;
}
