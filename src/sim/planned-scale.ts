import { differingCallOffs } from "./call-offs.ts";
import type { CheckedScenario } from "./check-scenario.ts";
import { planOf } from "./plan-run.ts";
import { type Guess, nextScale } from "./solve-scale.ts";

/** What a policy pays on its plan at a scale of unit prices, in pence. */
export function plannedTotal(checked: CheckedScenario, place: number, priceScale: number): number {
  return differingCallOffs(checked).reduce(
    (sum, { checked: own, count }) => sum + count * planOf(own, own.policies[place]!, priceScale).total,
    0,
  );
}

/** The scale of unit prices at which a policy's plan comes nearest to a total in pence, and by how much it misses. */
export function scaleForTotal(
  checked: CheckedScenario,
  place: number,
  totalPence: number,
): { scale: number; miss: number } {
  const guesses: Guess[] = [];
  for (
    let scale: number | undefined = 1;
    scale !== undefined && guesses.length < 40;
    scale = nextScale(guesses)
  ) {
    const miss = plannedTotal(checked, place, scale) - totalPence;
    guesses.push({ scale, miss });
    if (Math.abs(miss) < 1e-3) break;
  }
  // Under a cap many scales miss alike, but for the rounding of sums: the first of them is the plainest.
  return guesses.reduce((a, b) => (Math.abs(b.miss) < Math.abs(a.miss) - 1e-3 ? b : a));
}

/** The scale at which each policy's plan comes nearest to the first's, and whether that is within a share of it. */
export function samePriceScales(
  checked: CheckedScenario,
  tolerance: number,
): { scale: number; isNear: boolean }[] {
  const goal = plannedTotal(checked, 0, 1);
  return checked.policies.map((_, place) => {
    if (place === 0) return { scale: 1, isNear: true };
    const { scale, miss } = scaleForTotal(checked, place, goal);
    return { scale, isNear: Math.abs(miss) <= tolerance * Math.max(100, Math.abs(goal)) };
  });
}
