import { clopperPearson } from "../sim/risk/clopper-pearson.ts";
import { logarithm } from "../sim/special/logarithm.ts";
import { normalDistribution } from "../sim/special/normal.ts";
import { studentQuantile } from "../sim/special/student-quantile.ts";
import { crossing } from "./crossing.ts";
import type { Interval } from "./interval.ts";
import { maximumOf } from "./maximum.ts";
import type { People } from "./people.ts";
import { leastCorrelation, shareLikelihood } from "./share-likelihood.ts";

/** A share of people, and how contracts differ in it. */
export type ShareFit = {
  readonly share: Interval;
  /** How the interval was made. */
  readonly method: "exact" | "likelihood";
  readonly hits: number;
  readonly of: number;
  /** Standard deviation of contracts' own shares; absent with one contract. */
  readonly spread?: number;
  /** Chance of so much likelihood for contracts that differ, if they did not. */
  readonly spreadChance?: number;
  /**
   * The beta law to draw a contract's share from: how contracts differ, and how far the mean is not known. Its mean is the
   * share, but where none or all did it: no such law has a mean of 0 or 1.
   */
  readonly beta: { readonly mean: number; readonly size: number };
};

const edge = 1e-7;
const mostCorrelation = 0.95;

/** Fits a share of people: exactly (Clopper–Pearson) in one contract, beta-binomially over several. */
export function fitShare(
  contracts: readonly People[],
  exact: (people: People) => { low: number; high: number } = exactInterval,
): ShareFit {
  const told = contracts.filter(({ of }) => of > 0).map(({ hits, of }) => ({ hits, of: Math.max(of, hits) }));
  const hits = told.reduce((sum, people) => sum + people.hits, 0);
  const of = told.reduce((sum, people) => sum + people.of, 0);
  const isEdge = hits === 0 || hits >= of;
  if (told.length < 2 || isEdge) {
    const share = { value: hits / of, ...exact({ hits, of }) };
    // Half a person each way, as Jeffreys' prior has it, would pull a mean that is not at an edge towards a half.
    const beta = isEdge ? { mean: (hits + 0.5) / (of + 1), size: of + 1 } : { mean: share.value, size: of };
    return { share, method: "exact", hits, of, beta };
  }
  const best = (correlation: number) =>
    maximumOf((share) => shareLikelihood(told, share, correlation), edge, 1 - edge, 1e-6);
  const correlation = maximumOf((x) => adjusted(told, best(x), x), 0, mostCorrelation, 1e-5).at;
  const { at: mean, value: top } = best(correlation);
  const t = studentQuantile(told.length - 1, 0.975);
  const holds = (share: number) => 2 * (top - shareLikelihood(told, share, correlation)) <= t * t;
  const low = holds(edge) ? 0 : crossing(holds, mean, edge);
  const high = holds(1 - edge) ? 1 : crossing(holds, mean, 1 - edge);
  const plain = maximumOf((x) => best(x).value, 0, mostCorrelation, 1e-5).value;
  const gain = Math.max(0, 2 * (plain - best(0).value));
  const between = correlation < leastCorrelation ? 0 : mean * (1 - mean) * correlation;
  const bend = bendAt((share) => shareLikelihood(told, share, correlation), mean);
  const variance = between + 1 / bend;
  return {
    share: { value: mean, low, high },
    method: "likelihood",
    hits,
    of,
    spread: Math.sqrt(between),
    spreadChance: gain < 1e-9 ? 1 : normalDistribution(-Math.sqrt(gain)),
    beta: { mean, size: Math.max(0.05, (mean * (1 - mean)) / variance - 1) },
  };
}

function exactInterval({ hits, of }: People): { low: number; high: number } {
  return clopperPearson(hits, of);
}

/** Cox and Reid's adjustment, in the logit of the mean, so that the scale of shares does not matter. */
function adjusted(
  contracts: readonly People[],
  { at, value }: { at: number; value: number },
  x: number,
): number {
  const bend = bendAt((share) => shareLikelihood(contracts, share, x), at);
  const inLogit = bend * at * at * (1 - at) * (1 - at);
  return value - 0.5 * logarithm(Math.max(inLogit, 1e-300));
}

/** Minus the second derivative at a place in (0, 1). */
function bendAt(of: (share: number) => number, at: number): number {
  const step = 1e-3 * Math.min(at, 1 - at);
  return Math.max(1e-9, (2 * of(at) - of(at - step) - of(at + step)) / (step * step));
}
