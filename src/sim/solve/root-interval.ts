import type { Estimate } from "../risk/estimate.ts";
import type { Bracket } from "./crossings.ts";
import type { Target } from "./target.ts";
import type { Trial } from "./trials.ts";
import type { Variable } from "./variable.ts";

/** Does the measure's 95 % interval hold the limit? */
export function holdsLimit({ low, high }: Estimate, { limit }: Target): boolean {
  return (low ?? Number.NEGATIVE_INFINITY) <= limit && limit <= (high ?? Number.POSITIVE_INFINITY);
}

/**
 * The values around a crossing at which the measure's interval holds the limit (the test turned round), in straight
 * lines between those that were tried; an end beyond what was tried is the outermost value.
 */
export function rootInterval(
  known: readonly Trial[],
  [below, above]: Bracket,
  target: Target,
): readonly [number, number] {
  let left = known.indexOf(below);
  while (left > 0 && holdsLimit(known[left]!.estimate, target)) left -= 1;
  let right = known.indexOf(above);
  while (right < known.length - 1 && holdsLimit(known[right]!.estimate, target)) right += 1;
  const low = edgesIn(known[left]!, known[left + 1]!, target);
  const high = edgesIn(known[right - 1]!, known[right]!, target);
  return [
    holdsLimit(known[left]!.estimate, target) || low.length === 0 ? known[left]!.value : Math.min(...low),
    holdsLimit(known[right]!.estimate, target) || high.length === 0 ? known[right]!.value : Math.max(...high),
  ];
}

/** Where the ends of the interval meet the limit between two neighbours. */
function edgesIn(one: Trial, other: Trial, { limit }: Target): number[] {
  return (["low", "high"] as const).flatMap((end) => {
    const [a, b] = [one.estimate[end], other.estimate[end]];
    if (a === null || b === null || (a - limit) * (b - limit) > 0 || a === b) return [];
    return [one.value + ((limit - a) / (b - a)) * (other.value - one.value)];
  });
}

/** Values to try next so that the ends of that interval can be told: a step out from where the limit is still held. */
export function flanks(
  known: readonly Trial[],
  [below, above]: Bracket,
  variable: Variable,
  target: Target,
): number[] {
  const [first, last] = [known[0]!, known.at(-1)!];
  const isHeld = (trials: readonly Trial[]) => trials.every(({ estimate }) => holdsLimit(estimate, target));
  const step = last.value - first.value;
  return [
    ...(isHeld(known.slice(0, known.indexOf(below) + 1)) && first.value > variable.low
      ? [Math.max(variable.low, first.value - step)]
      : []),
    ...(isHeld(known.slice(known.indexOf(above))) && last.value < variable.high
      ? [Math.min(variable.high, last.value + step)]
      : []),
  ];
}
