import { courseThrough } from "./course.ts";
import { bracketNearest, bracketsOf } from "./crossings.ts";
import { inside, mostRounds, type Narrowed, notTried, sorted, toleranceOf, widthOf } from "./narrow.ts";
import { holdsLimit } from "./root-interval.ts";
import { missOf, type Target } from "./target.ts";
import type { Trial } from "./trials.ts";
import { resolutionNear, type Variable } from "./variable.ts";

/** What all futures say of a crossing that fewer showed. */
export type Refined = {
  readonly known: readonly Trial[];
  /** The solution and its interval; nothing where all futures have no crossing near it. */
  readonly found: (Narrowed & { readonly interval: readonly [number, number] }) | undefined;
};

/** Two values this share of the interval either side of a guess make a bracket that is narrow enough. */
const shareBeside = 0.045;

/**
 * Finds on all futures the crossing that was narrowed on fewer: two values beside where it must lie, as a rule, are all
 * that needs to be tried. The ends of the interval follow the course on the fewer futures, moved to the solution.
 */
export async function refine(
  { known: few, bracket: seen }: Narrowed,
  anchor: Trial,
  variable: Variable,
  target: Target,
  at: (values: readonly number[]) => Promise<Trial[]>,
): Promise<Refined> {
  const near = (seen[0].value + seen[1].value) / 2;
  let known: Trial[] = [anchor];
  let through = anchor;
  let last = Number.POSITIVE_INFINITY;
  let wider = 1;
  for (let round = 0; round < mostRounds; round++) {
    const bracket = bracketNearest(bracketsOf(known, target), near);
    const course = courseThrough(few, through, target, near);
    const interval = course.interval ?? [seen[0].value, seen[1].value];
    const root = course.root ?? near;
    const beside = besideOf(interval, seen, variable) * wider;
    let fresh = notTried([root - beside, root + beside], known, variable);
    if (bracket !== undefined) {
      const width = widthOf(bracket);
      // Where neither side holds the limit the measure jumps over it, and the interval is the jump.
      const isJump = bracket.every(({ estimate }) => !holdsLimit(estimate, target));
      const wide = toleranceOf(interval, bracket, variable);
      const tolerance = isJump
        ? variable.step === undefined
          ? wide / 1000
          : leastWidth(bracket, variable)
        : wide;
      const found = {
        known,
        bracket,
        interval: isJump ? ([bracket[0].value, bracket[1].value] as const) : interval,
      };
      if (width <= tolerance) return { known, found };
      fresh = fresh.filter((value) => bracket[0].value < value && value < bracket[1].value);
      const isSlow = width > last / 2;
      if (fresh.length === 0 || isSlow) fresh = inside(bracket, known, variable, target, tolerance, isSlow);
      if (fresh.length === 0) return { known, found };
      last = width;
    }
    if (fresh.length === 0) return { known, found: undefined };
    known = sorted([...known, ...(await at(fresh))]);
    through = nearestToLimit(known, target);
    wider *= 3;
  }
  return { known, found: undefined };
}

/** How far beside a guess is tried: never so near that both would be the same value. */
function besideOf(
  [low, high]: readonly [number, number],
  seen: Narrowed["bracket"],
  variable: Variable,
): number {
  const least = 0.51 * resolutionNear(variable, seen[0].value);
  return Math.max(shareBeside * (high - low), widthOf(seen) / 200, least);
}

function leastWidth([below]: Narrowed["bracket"], variable: Variable): number {
  return 1.01 * resolutionNear(variable, below.value);
}

/** The trial whose measure lies nearest to the limit. */
function nearestToLimit(known: readonly Trial[], target: Target): Trial {
  const gap = ({ estimate: { value } }: Trial) =>
    value === null ? Number.POSITIVE_INFINITY : Math.abs(missOf(target, value));
  return known.reduce((best, trial) => (gap(trial) < gap(best) ? trial : best));
}
