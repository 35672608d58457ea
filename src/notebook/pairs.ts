import type { PolicySpec } from "../sim/scenario-schema.ts";
import type { Described } from "./live/described.ts";
import { policyOfTerms, type Terms } from "./terms.ts";

/** A pair of terms: the share that is paid as a service fee, and the most that is due at an early end, in pounds. */
export type Pair = { readonly serviceFeeShare: number; readonly cancellationCap: number };

/** The ends of the grid; both terms start at 0. */
export type GridEnds = {
  readonly mostFeeShare: number;
  readonly mostCap: number;
  readonly fees: number;
  readonly caps: number;
};

/** The pairs of a grid, cap by cap. */
export function pairsOf({ mostFeeShare, mostCap, fees, caps }: GridEnds): Pair[] {
  return Array.from({ length: fees * caps }, (_, place) => ({
    serviceFeeShare: rounded((mostFeeShare * (place % fees)) / Math.max(1, fees - 1), 4),
    cancellationCap: rounded((mostCap * Math.floor(place / fees)) / Math.max(1, caps - 1), 2),
  }));
}

/** Each pair as a policy of the scenario, beside the terms that are held. */
export function policiesOfPairs(scenario: Described, held: Terms, pairs: readonly Pair[]): PolicySpec[] {
  return pairs.map((pair, place) =>
    policyOfTerms(
      scenario,
      { ...held, ...pair },
      {
        id: `pair-${place + 1}`,
        title: `Pair ${place + 1}`,
        sentence: "A point of the grid in the notebook.",
      },
    ),
  );
}

/** The pair that a policy was made of; a term that it does not have is 0. */
export function pairOf({ parameters }: PolicySpec): Pair {
  const number = (name: keyof Pair) => (typeof parameters[name] === "number" ? parameters[name] : 0);
  return { serviceFeeShare: number("serviceFeeShare"), cancellationCap: number("cancellationCap") };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
