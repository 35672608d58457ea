import { differenceOf, measureOf } from "../report/comparison-lookup.ts";
import type { Estimate } from "../sim/risk/estimate.ts";
import type { LiveAnswer } from "./live/live-request.ts";
import { type Pair, pairOf } from "./pairs.ts";

/** A pair of terms on the plane of risk and cost. */
export type FrontierPoint = {
  readonly id: string;
  readonly pair: Pair;
  /** The chance that the provider makes a loss. */
  readonly loss: Estimate;
  /** The commissioner's expected bill, in pounds a contract. */
  readonly bill: Estimate;
  /** The bill less that of today's terms, on the same futures. */
  readonly billChange: Estimate | undefined;
  /** Does no other pair of the grid cost no more and lose no more often? Of equal pairs the one with less in it. */
  readonly isOnFrontier: boolean;
};

/** The plane: today's terms, and all pairs in the order of the grid. */
export type Plane = {
  readonly today: { readonly title: string; readonly loss: Estimate; readonly bill: Estimate };
  readonly points: readonly FrontierPoint[];
};

/** Reads the plane from the answer to a grid of pairs; the first policy is today's. */
export function planeOf({ comparison, request }: LiveAnswer): Plane {
  const [first] = comparison.policies;
  const specs = new Map((request.added ?? []).map((spec) => [spec.id, spec]));
  const measured = comparison.policies.flatMap((policy) => {
    const spec = specs.get(policy.id);
    if (spec === undefined) return [];
    const loss = measureOf(policy, "probabilityOfLoss");
    const bill = measureOf(policy, "meanBill");
    const billChange = differenceOf(comparison, policy.id, "meanBill");
    return [{ id: policy.id, pair: pairOf(spec), loss, bill, billChange }];
  });
  const isDominated = (point: (typeof measured)[number], place: number) =>
    measured.some((other, at) => {
      const [costs, loses] = [worth(other.bill) - worth(point.bill), worth(other.loss) - worth(point.loss)];
      return costs <= 0 && loses <= 0 && (costs < 0 || loses < 0 || at < place);
    });
  return {
    today: {
      title: first!.title,
      loss: measureOf(first!, "probabilityOfLoss"),
      bill: measureOf(first!, "meanBill"),
    },
    points: measured.map((point, place) => ({ ...point, isOnFrontier: !isDominated(point, place) })),
  };
}

/** The pairs that are on the frontier, the cheapest first. */
export function frontierOf({ points }: Plane): FrontierPoint[] {
  return points.filter(({ isOnFrontier }) => isOnFrontier).sort((a, b) => worth(a.bill) - worth(b.bill));
}

/** The cheapest pair under which a loss is no more likely than the limit; undefined where no pair is that safe. */
export function cheapestUnder(plane: Plane, limit: number): FrontierPoint | undefined {
  return frontierOf(plane).find(({ loss }) => worth(loss) <= limit);
}

/** What does not exist is worth nothing to anyone: it dominates no pair. */
function worth({ value }: Estimate): number {
  return value ?? Number.POSITIVE_INFINITY;
}
