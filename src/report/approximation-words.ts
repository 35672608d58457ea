import type { Approximation } from "../sim/tally/approximation.ts";
import { fixedSpace, shownCount } from "./shown-number.ts";

/** What is approximate in a run so large that not every future's numbers were kept, in a sentence. */
export function approximationWords({
  constantsFromPaths,
  approximate,
  largestErrorShare,
}: Approximation): string {
  const share = `${Math.round(largestErrorShare * 100)}${fixedSpace}%`;
  const what = approximate.replaceAll(" %", `${fixedSpace}%`);
  return `Not every future was kept: every value is exact, but ${what} take constants from the first ${shownCount(constantsFromPaths)} futures, and their ends may lie off by ${share} of their length.`;
}
