import type { Comparison } from "../../src/report/comparison.ts";
import type { Basis } from "../../src/sim/basis.ts";
import type { CheckedScenario } from "../../src/sim/check-scenario.ts";
import { type Estimate, estimated, noEstimate, type Unit } from "../../src/sim/risk/estimate.ts";
import { metrics } from "../../src/sim/risk/metrics.ts";
import { checkModel } from "../models/run-model.ts";

/** An estimate as a test writes it: its value and the reach of its interval, or null where it does not exist. */
export type Made = readonly [value: number, reach: number] | null;

/** A policy as a test writes it: its measures, and its differences from the first policy. */
export type MadePolicy = {
  readonly title?: string;
  readonly priceScale?: number;
  /** Reach of the scale's interval. */
  readonly scaleReach?: number;
  readonly basisReached?: boolean;
  readonly measures?: Readonly<Record<string, Made>>;
  readonly differences?: Readonly<Record<string, Made>>;
};

/** Puts a comparison together from the few numbers that a test is about; every other measure is 0 ± 0. */
export function madeComparison(
  policies: readonly MadePolicy[],
  options: { readonly basis?: Basis; readonly paths?: number } = {},
): Comparison {
  const { basis = "same-unit-prices", paths = 10_000 } = options;
  const titled = policies.map((policy, p) => ({
    ...policy,
    id: `p${p}`,
    title: policy.title ?? `Policy ${p}`,
  }));
  return {
    schema: "riskshare.comparison/1",
    scenario: "made",
    title: "Made",
    contentHash: "0".repeat(64),
    version: "0.0.0",
    seed: "1",
    paths,
    basis,
    requirement: null,
    variant: null,
    settings: [],
    elapsedMs: 0,
    policies: titled.map(
      ({ id, title, priceScale = 1, scaleReach = 0, basisReached = true, measures = {} }) => {
        const priceScaleInterval = {
          se: scaleReach / 2,
          low: priceScale - scaleReach,
          high: priceScale + scaleReach,
        };
        return { id, title, priceScale, priceScaleInterval, basisReached, metrics: estimates(measures) };
      },
    ),
    differences: titled.slice(1).map(({ id, differences = {} }) => {
      const even = { better: 0.5, equal: 0.2, worse: 0.3, low: 0.49, high: 0.51 };
      const probabilityBetter = { margin: even, payment: even };
      return { policy: id, against: "p0", metrics: estimates(differences), probabilityBetter };
    }),
  };
}

/** A scenario to go with made comparisons, with as many policies. */
export function madeScenario(
  titles: readonly string[],
  extra: Record<string, unknown> = {},
): CheckedScenario {
  return checkModel({
    id: "made",
    title: "Made",
    contractStart: "2017-04-01",
    contract: { lastReferralMonth: 2 },
    volume: { indicative: 5 },
    delivery: { startRate: { value: 0.75, judgement: "most who are referred start" } },
    policies: titles.map((title, p) => ({ id: `p${p}`, title, rulesets: [] })),
    ...extra,
  });
}

function estimates(made: Readonly<Record<string, Made>>): Record<string, Estimate> {
  return Object.fromEntries(
    metrics.map(({ id, unit }) => [id, madeEstimate(id in made ? made[id]! : [0, 0], unit)]),
  );
}

/** An estimate from its value and the reach of its interval. */
export function madeEstimate(made: Made, unit: Unit): Estimate {
  if (made === null) return noEstimate(unit);
  const [value, reach] = made;
  return estimated(value, { se: reach / 2, low: value - reach, high: value + reach }, unit);
}
