import { blockWidth } from "../block-width.ts";
import { callOffsOf } from "../call-offs.ts";
import type { CheckedScenario } from "../check-scenario.ts";
import { indicativeInAll } from "../timeline.ts";
import type { Look } from "./solve.ts";

const fineParts = 16;
const coarseParts = 8;
const mostPaths = 4096;
/** The ends of a solution's interval follow the course on these futures: on 512 they lay half as far again. */
const leastPaths = 1024;
/** What a future of one contract costs, in steps, at which the first look takes all its futures. */
const fewSteps = 100;

/**
 * How closely a scenario is looked over before all its futures decide: on fewer futures where one takes long, as that of
 * twenty contracts does, or of thousands of people.
 *
 * A future takes about as long as its months do, and a draw of people as long as their number's square root says: it is
 * summed over some standard deviations.
 */
export function lookFor(checked: CheckedScenario): Look {
  const steps = callOffsOf(checked).reduce((sum, { checked: { timeline } }) => {
    const { lastMonth } = timeline;
    return sum + lastMonth * (1 + Math.sqrt(indicativeInAll(timeline) / lastMonth) / 4);
  }, 0);
  const blocks = Math.round((mostPaths * Math.min(1, fewSteps / steps)) / blockWidth);
  const paths = Math.max(leastPaths, blocks * blockWidth);
  return { paths, parts: paths === leastPaths ? coarseParts : fineParts };
}

/** Does a future take so long that fewer are looked at first? */
export function takesLong({ paths }: Look): boolean {
  return paths < mostPaths;
}
