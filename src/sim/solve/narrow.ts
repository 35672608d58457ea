import { type Bracket, bracketNearest, bracketsOf, rootBetween, rootShare } from "./crossings.ts";
import { flanks, rootInterval } from "./root-interval.ts";
import type { Target } from "./target.ts";
import type { Trial, Trials } from "./trials.ts";
import { resolutionNear, triedValue, type Variable } from "./variable.ts";

/** The solution is found to a tenth of its interval. */
export const shareOfInterval = 0.1;
const mostRounds = 30;

/** Values tried on all futures, in order, and the two between which the solution lies: none where there is none. */
export type Narrowed = { readonly known: readonly Trial[]; readonly bracket: Bracket | undefined };

/**
 * Narrows a crossing that fewer futures showed, on all of them: to a tenth of its interval, or to the finest step that
 * matters. Each round tries three values at once, around the secant, or in quarters where a secant did not help.
 */
export async function narrow(
  seen: Bracket,
  scan: readonly Trial[],
  variable: Variable,
  target: Target,
  trials: Trials,
  paths: number,
): Promise<Narrowed> {
  const near = rootBetween(seen, target);
  let known = sorted(await trials.at(firstValues(seen, scan, variable, target), paths));
  let last = Number.POSITIVE_INFINITY;
  for (let round = 0; round < mostRounds; round++) {
    const bracket = bracketNearest(bracketsOf(known, target), near);
    let wanted: number[];
    if (bracket === undefined) wanted = widened(known, variable);
    else {
      const width = bracket[1].value - bracket[0].value;
      const isNarrow = width <= toleranceOf(known, bracket, variable, target);
      const isSlow = width > last / 2;
      last = width;
      const fresh = isNarrow
        ? []
        : notTried(inside(bracket, known, variable, target, isSlow), known, variable);
      // In whole steps what is proposed may all be known: then the middle is not.
      const middle = isNarrow || fresh.length > 0 ? [] : [bracket[0].value + width / 2];
      wanted = [...fresh, ...middle, ...flanks(known, variable, target)];
    }
    const fresh = notTried(wanted, known, variable);
    if (fresh.length === 0) return { known, bracket };
    known = sorted([...known, ...(await trials.at(fresh, paths))]);
  }
  return { known, bracket: bracketNearest(bracketsOf(known, target), near) };
}

/** What the few futures say of the solution and of its interval: it lies there on all of them, as a rule. */
function firstValues(
  seen: Bracket,
  scan: readonly Trial[],
  variable: Variable,
  target: Target,
): readonly number[] {
  const around = [...scan].filter(
    ({ value }) => Math.abs(value - seen[0].value) <= 2 * (seen[1].value - seen[0].value),
  );
  const root = rootBetween(seen, target);
  const [low, high] = rootInterval(around, variable, target) ?? [root, root];
  const isWide = high - low > 4 * resolutionNear(variable, root);
  return isWide ? [low, root, high] : [seen[0].value, root, seen[1].value];
}

function toleranceOf(known: readonly Trial[], [below]: Bracket, variable: Variable, target: Target): number {
  const [low, high] = rootInterval(known, variable, target) ?? [0, 0];
  return Math.max(shareOfInterval * (high - low), 1.01 * resolutionNear(variable, below.value));
}

function inside(
  bracket: Bracket,
  known: readonly Trial[],
  variable: Variable,
  target: Target,
  isSlow: boolean,
): number[] {
  const [below, above] = bracket;
  const width = above.value - below.value;
  if (isSlow) return [0.25, 0.5, 0.75].map((share) => below.value + share * width);
  const share = Math.min(0.999, Math.max(0.001, rootShare(bracket, target)));
  const near = Math.max(1e-3, (0.9 * toleranceOf(known, bracket, variable, target)) / width);
  return [share - near, share, share + near]
    .filter((s) => s > 0 && s < 1)
    .map((s) => below.value + s * width);
}

function notTried(values: readonly number[], known: readonly Trial[], variable: Variable): number[] {
  return values
    .map((value) => triedValue(variable, value))
    .filter((value) =>
      known.every((trial) => Math.abs(trial.value - value) > resolutionNear(variable, value) / 4),
    );
}

function widened(known: readonly Trial[], { low, high }: Variable): number[] {
  const [first, last] = [known[0]!.value, known.at(-1)!.value];
  const step = Math.max(last - first, (high - low) / 1000);
  return [Math.max(low, first - step), Math.min(high, last + step)].filter(
    (value) => value !== first && value !== last,
  );
}

function sorted(trials: readonly Trial[]): Trial[] {
  const byValue = new Map(trials.map((trial) => [trial.value, trial]));
  return [...byValue.values()].sort((a, b) => a.value - b.value);
}
